import { beforeAll, expect, test } from 'vitest';
import { withClient } from '#tests/support/clone-database';
import { aFullWorkspace, type FullWorkspace, mailboxPassword } from '#tests/support/every-route/full-workspace';
import { send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { password } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/*
 * That the requests of the tests beside this one are right: each succeeds for the owner, in a fresh workspace. And promises.md, 22: no
 * answer of any route holds a secret, whether as it was typed or as it is kept.
 */
const house = useHouse();

let unwritten: FullWorkspace;

// So that there is a session to be told.
beforeAll(async () => {
  const full = await aFullWorkspace(house());
  unwritten = full;
  const entered = await house().api(null).post('/sign-in', { email: full.workspace.email, password });
  expect(entered.status).toBe(200);
  await expectNoSecret(full, entered);
});

/** What may never leave, with what it is. */
async function secretsOf({ workspace, viewer }: FullWorkspace): Promise<[what: string, secret: string][]> {
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
    ['own token', workspace.token],
    ['colleague’s token', viewer.token],
  ];
}

async function expectNoSecret(full: FullWorkspace, answer: { text: string }): Promise<void> {
  const secrets = await secretsOf(full);
  expect(secrets.map(([what]) => what)).toEqual(
    expect.arrayContaining(['password hash', 'token hash', 'session', 'seal']),
  );
  expect(secrets.filter(([, secret]) => answer.text.includes(secret)).map(([what]) => what)).toEqual([]);
}

test.each(Object.keys(requests).map((name) => [name] as const))('%s', async (name) => {
  const reads = name.startsWith('GET ');
  const count = requests[name]?.(unwritten.records).length ?? 0;
  for (let i = 0; i < count; i += 1) {
    const full = reads ? unwritten : await aFullWorkspace(house());
    const answer = await send(full.workspace.api, name, requests[name]?.(full.records)[i] ?? {});
    expect(answer.status, answer.text).toBeLessThan(300);
    await expectNoSecret(full, answer);
  }
});

test('what is open to anybody, and a refusal, tell no secret either', async () => {
  const full = await aFullWorkspace(house());
  const stranger = house().api(null);
  for (const path of ['/api/openapi.json', '/setup', '/nowhere', '/me', '/opportunities?q=%00']) {
    await expectNoSecret(full, await stranger.get(path));
    await expectNoSecret(full, await full.workspace.api.get(path));
  }
  for (const path of ['/healthz', '/readyz', '/api/docs']) {
    await expectNoSecret(full, { text: (await house().app.inject(path)).body });
  }
  await expectNoSecret(
    full,
    await stranger.post('/setup', { email: 'x@example.com', password, name: 'X', workspace: 'X' }),
  );
  await expectNoSecret(
    full,
    await stranger.post('/sign-in', { email: full.workspace.email, password: 'niet dit wachtwoord' }),
  );
});
