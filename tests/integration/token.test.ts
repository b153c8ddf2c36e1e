import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('a token is shown once, and only its hash is kept', async () => {
  const { api } = await house().aWorkspace();
  const made = await api.post('/tokens', { name: 'n8n' });
  expect(made.status).toBe(201);
  expect(made.body.token).toMatch(/^aan_[\w-]{43}$/);
  const list = await api.get('/tokens');
  expect(list.text).not.toContain(made.body.token);
  expect(list.body.items.map((item: { name: string }) => item.name)).toEqual(['tests', 'n8n']);
  const { rows } = await house().databases.authPool.query('select * from auth.token');
  expect(JSON.stringify(rows)).not.toContain(made.body.token);
});

test('a token that was ended is of no use', async () => {
  const { api } = await house().aWorkspace();
  const { body } = await api.post('/tokens', { name: 'n8n' });
  expect((await house().api(body.token).get('/me')).status).toBe(200);
  expect((await api.delete(`/tokens/${body.id}`)).status).toBe(204);
  expect((await house().api(body.token).get('/me')).status).toBe(401);
  expect((await api.delete(`/tokens/${body.id}`)).status).toBe(404);
});

test('who asks is known also when an update beside us changes a column of the lookup that connections keep', async () => {
  const { api } = await house().aWorkspace();
  // So often that its plan is kept.
  for (let n = 0; n < 8; n += 1) expect((await api.get('/me')).status).toBe(200);
  const owner = new pg.Client(house().databases.owner ?? undefined);
  await owner.connect();
  try {
    await owner.query('alter table auth.token alter column feed_tag type varchar');
    expect((await api.get('/me')).status).toBe(200);
    expect((await api.get('/me')).status).toBe(200);
  } finally {
    await owner.query('alter table auth.token alter column feed_tag type text');
    await owner.end();
  }
  expect((await api.get('/me')).status).toBe(200);
});

test('what is no token gets no further', async () => {
  const { token } = await house().aWorkspace();
  for (const attempt of ['aan_', `${token}x`, token.slice(0, -1), 'aan_%00', 'x', token.toUpperCase()]) {
    expect.soft((await house().api(attempt).get('/me')).body).toMatchObject({ status: 401, code: 'not_signed_in' });
  }
});

test('a token in the wrong place does not count, and a wrong one is not helped by a cookie', async () => {
  const { token } = await house().aWorkspace();
  expect((await house().api(null).get(`/me?token=${token}`)).status).toBe(401);
  expect(
    (
      await house()
        .api(null)
        .get('/me', { authorization: `Basic ${token}` })
    ).status,
  ).toBe(401);
});

describe('a token can do what its member can', () => {
  test('a viewer reads and does not write', async () => {
    const workspace = await house().aWorkspace();
    const { api } = await house().aMember(workspace, 'viewer');
    expect((await api.get('/continuity')).status).toBe(200);
    expect((await api.post('/tokens', { name: 'more' })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await api.patch('/me', { version: 1, name: 'Ander' })).status).toBe(403);
  });

  test('a seller does not change the settings of the workspace', async () => {
    const workspace = await house().aWorkspace();
    const { api } = await house().aMember(workspace, 'seller');
    expect((await api.patch('/settings', { version: 1, name: 'Van mij' })).status).toBe(403);
    expect((await workspace.api.get('/settings')).body).toMatchObject({ version: 1 });
  });

  test('of a role that was lowered the token is lowered too, and one that was raised stays', async () => {
    const workspace = await house().aWorkspace();
    const { api, memberId } = await house().aMember(workspace, 'manager');
    const become = (role: 'viewer' | 'owner') =>
      house().databases.auth.updateTable('auth.membership').set({ role }).where('member_id', '=', memberId).execute();
    expect((await api.patch('/settings', { version: 1, name: 'Een' })).status).toBe(200);
    await become('viewer');
    expect((await api.patch('/settings', { version: 2, name: 'Twee' })).status).toBe(403);
    await become('owner');
    const { rows } = await house().databases.authPool.query('select role from auth.token where member_id = $1', [
      memberId,
    ]);
    expect(rows).toEqual([{ role: 'manager' }]);
  });

  test('whoever left takes the tokens along', async () => {
    const workspace = await house().aWorkspace();
    const { api, memberId } = await house().aMember(workspace, 'seller');
    await house().databases.auth.deleteFrom('auth.membership').where('member_id', '=', memberId).execute();
    expect((await api.get('/me')).status).toBe(401);
  });

  test('it is not made for somebody else', async () => {
    const workspace = await house().aWorkspace();
    const { api, memberId } = await house().aMember(workspace, 'seller');
    const answer = await api.post('/tokens', { name: 'x', memberId: workspace.memberId });
    expect(answer.body).toMatchObject({ code: 'unknown_field', at: 'memberId' });
    const made = await api.post('/tokens', { name: 'x' });
    expect((await house().api(made.body.token).get('/me')).body.member).toMatchObject({ id: memberId, role: 'seller' });
  });

  test('one member does not see or end the tokens of another', async () => {
    const workspace = await house().aWorkspace();
    const { api } = await house().aMember(workspace, 'seller');
    const owners = (await workspace.api.get('/tokens')).body.items[0];
    expect((await api.get('/tokens')).body.items).toHaveLength(1);
    expect((await api.delete(`/tokens/${owners.id}`)).status).toBe(404);
    expect((await workspace.api.get('/me')).status).toBe(200);
  });
});

test('when it was last used is kept to the minute', async () => {
  const { api } = await house().aWorkspace();
  const used = async () => (await api.get('/tokens')).body.items[0].lastUsedAt;
  house().setNow('2026-11-24T09:00:00Z');
  await used();
  await expect.poll(used).toBe('2026-11-24T09:00:00.000Z');
  house().setNow('2026-11-24T09:00:30Z');
  await used();
  await used();
  expect(await used()).toBe('2026-11-24T09:00:00.000Z');
  house().setNow('2026-11-24T09:01:01Z');
  await expect.poll(used).toBe('2026-11-24T09:01:01.000Z');
});
