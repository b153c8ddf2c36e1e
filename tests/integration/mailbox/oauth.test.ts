import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { openEgress } from '#mail/egress/egress';
import type { Outside } from '#usecases/identity/outside';
import { loginOf } from '#usecases/mailbox/mailbox-login';
import { finishOAuth, startOAuth } from '#usecases/mailbox/oauth-sign-in';
import { openVault } from '#usecases/secret/vault';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const appUrl = 'https://aanhouder.example';
const address = 'anna@gmail.example';

/** A provider as they are: a code is good once and with its verifier; a token to renew may be taken back. */
let provider: Server;
const given = new Map<string, { challenge: string; redirect: string }>();
const renews = new Set<string>();
let count = 0;
beforeAll(async () => {
  provider = createServer((request, answer) => {
    void request.toArray().then((parts) => {
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      const code = given.get(form.get('code') ?? '');
      given.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isRight =
        form.get('client_secret') === 'geheim' &&
        (form.get('grant_type') === 'refresh_token'
          ? renews.has(form.get('refresh_token') ?? '')
          : code?.challenge === challenge && code.redirect === form.get('redirect_uri'));
      if (!isRight)
        return answer.writeHead(400).end(JSON.stringify({ error: 'invalid_grant', error_description: 'Ingetrokken.' }));
      count += 1;
      const isFirst = form.get('grant_type') === 'authorization_code';
      if (isFirst) renews.add(`renew-${count}`);
      return answer.end(
        JSON.stringify({
          access_token: `access-${count}`,
          expires_in: 3600,
          ...(isFirst && { refresh_token: `renew-${count}` }),
        }),
      );
    });
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
});
afterAll(() => void provider.close());

function outside(): Outside {
  const listening = provider.address();
  const url = `http://127.0.0.1:${typeof listening === 'object' && listening ? listening.port : 0}`;
  return {
    egress: openEgress(['127.0.0.1']),
    vault: openVault(['k'.repeat(32)]),
    oauth: {
      google: {
        clientId: 'aanhouder',
        clientSecret: 'geheim',
        servers: { authorize: `${url}/authorize`, token: `${url}/token` },
      },
    },
  };
}

/** They say yes on the provider's page: what the browser brings back. */
function sayYes(url: string): { code: string; state: string } {
  const asked = new URL(url).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: 'aanhouder',
    response_type: 'code',
    code_challenge_method: 'S256',
    access_type: 'offline',
    login_hint: address,
  });
  const code = `code-${given.size + count}`;
  given.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '' });
  return { code, state: asked.get('state') ?? '' };
}

test('a mailbox is connected on the page of the provider, its token is renewed, and none of it is ever told', async () => {
  house().setNow('2026-11-24T09:00:00Z');
  const { context, id, memberId, api } = await house().aWorkspace();
  const world = outside();
  const started = startOAuth(context, world, appUrl, { provider: 'google', address });
  const { code, state } = sayYes(started.url);
  const { mailbox } = await finishOAuth(context, world, appUrl, { code, state });
  expect(mailbox).toMatchObject({ auth: 'google', address, imap: { host: 'imap.gmail.com' }, keepsSent: true });
  await expect(finishOAuth(context, world, appUrl, { code, state }), 'a code is good once').rejects.toMatchObject({
    code: 'invalid_request',
  });
  const row = await inWorkspace(house().databases, id, (tx) => mailboxOf(tx, memberId));
  if (!row) throw new Error('There is no mailbox.');
  const first = await loginOf({ context, outside: world }, row);
  expect(first).toMatchObject({ user: address, accessToken: expect.stringContaining('access-') });
  expect(await loginOf({ context, outside: world }, row)).toEqual(first);
  house().setNow('2026-11-24T09:59:00Z');
  const renewed = await loginOf({ context, outside: world }, row);
  expect(renewed).not.toEqual(first);
  const { text } = await api.get('/mailbox');
  expect(text).not.toMatch(/access-|renew-|geheim/);
  renews.clear();
  house().setNow('2026-11-24T12:00:00Z');
  await expect(loginOf({ context, outside: world }, row)).rejects.toMatchObject({
    code: 'login_refused',
    message: 'Ingetrokken.',
  });
});

test('what another member, another company or another hour began connects nothing', async () => {
  house().setNow('2026-11-24T09:00:00Z');
  const [mine, theirs] = [await house().aWorkspace(), await house().aWorkspace()];
  const colleague = await house().aMember(mine, 'seller');
  const world = outside();
  const answer = sayYes(startOAuth(theirs.context, world, appUrl, { provider: 'google', address }).url);
  const ours = sayYes(startOAuth(mine.context, world, appUrl, { provider: 'google', address }).url);
  for (const [context, state] of [
    [mine.context, answer.state],
    [colleague.context, ours.state],
    [mine.context, ours.state.replace('.', '.A')],
    [mine.context, 'x.y'],
  ] as const)
    await expect(finishOAuth(context, world, appUrl, { code: ours.code, state })).rejects.toMatchObject({
      code: 'not_found',
    });
  house().setNow('2026-11-24T09:16:00Z');
  await expect(finishOAuth(mine.context, world, appUrl, ours)).rejects.toMatchObject({ code: 'not_found' });
  await expect(async () =>
    startOAuth(mine.context, world, appUrl, { provider: 'microsoft', address }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
