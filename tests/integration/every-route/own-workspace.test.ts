import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#tests/support/clone-database';
import { aFullWorkspace, type FullWorkspace, mailboxPassword } from '#tests/support/every-route/full-workspace';
import { keepState, type KeptState } from '#tests/support/every-route/kept-state';
import { send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { password } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/*
 * That the requests of the tests beside this one are right: each succeeds for the owner, in a workspace as it was made. And promises.md, 22: no
 * answer of any route holds a secret, whether as it was typed or as it is kept.
 */
const house = useHouse();

let full: FullWorkspace;
let asMade: KeptState;
let written = false;

// So that there is a session to be told.
beforeAll(async () => {
  full = await aFullWorkspace(house());
  const entered = await house().api(null).post('/sign-in', { email: full.workspace.email, password });
  expect(entered.status).toBe(200);
  await expectNoSecret(entered);
  asMade = await keepState(house().clone);
});
afterAll(() => asMade.end());

/** What may never leave, with what it is. */
async function secretsOf(): Promise<[what: string, secret: string][]> {
  const { clone, identity } = house();
  const kept = await withClient({ ...clone.superuser, database: clone.name }, async (client) => {
    const { rows } = await client.query<{ what: string; secret: string }>(
      `select 'password hash' as what, password as secret from auth.account
       union select 'session', token from auth.session union select 'token hash', hash from auth.token
       union select 'seal', encode(sealed, 'base64') from sealed_secret union select 'seal', encode(sealed, 'hex') from sealed_secret`,
    );
    return rows.map(({ what, secret }): [string, string] => [what, secret]);
  });
  const connections = [clone.owner, clone.app, clone.auth, clone.superuser];
  return [
    ...kept,
    ...connections.map((connection): [string, string] => ['database password', connection.password]),
    ['password', password],
    ['password of a mailbox', mailboxPassword],
    ['key of the sessions', identity.secret],
    ['own token', full.workspace.token],
    ['colleague’s token', full.viewer.token],
  ];
}

async function expectNoSecret(answer: { text: string }): Promise<void> {
  const secrets = await secretsOf();
  expect(secrets.map(([what]) => what)).toEqual(
    expect.arrayContaining(['password hash', 'token hash', 'session', 'seal']),
  );
  expect(secrets.filter(([, secret]) => answer.text.includes(secret)).map(([what]) => what)).toEqual([]);
}

test.each(Object.keys(requests).map((name) => [name] as const))('%s', async (name) => {
  for (const asked of requests[name]?.(full.records) ?? []) {
    if (written) await asMade.putBack();
    written = !name.startsWith('GET ');
    const answer = await send(full.workspace.api, name, asked);
    expect(answer.status, answer.text).toBeLessThan(300);
    await expectNoSecret(answer);
  }
});

test('what is open to anybody, and a refusal, tell no secret either', async () => {
  await asMade.putBack();
  const stranger = house().api(null);
  for (const path of ['/api/openapi.json', '/setup', '/nowhere', '/me', '/opportunities?q=%00']) {
    await expectNoSecret(await stranger.get(path));
    await expectNoSecret(await full.workspace.api.get(path));
  }
  for (const path of ['/healthz', '/readyz', '/api/docs']) {
    await expectNoSecret({ text: (await house().app.inject(path)).body });
  }
  await expectNoSecret(await stranger.post('/setup', { email: 'x@example.com', password, name: 'X', workspace: 'X' }));
  await expectNoSecret(
    await stranger.post('/sign-in', { email: full.workspace.email, password: 'niet dit wachtwoord' }),
  );
});
