import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inWorkspace } from '#db/transaction';
import { useHouse } from '#tests/support/use-house';
import type { Workspace } from '#tests/support/house';

const house = useHouse();

/** As an import would leave it: this test is about settings, and needs no more of an opportunity than its value and rank. */
async function opportunity(workspace: Workspace, value: number | null, held: number, rank: number): Promise<void> {
  await inWorkspace(house().databases, workspace.id, async (tx) => {
    await sql`
      insert into opportunity (workspace_id, id, assignee_id, credited_id, title, value, rank_value, state, opening_held, held, next_on,
        next_channel, next_intent, next_purpose, created_on)
      values (${workspace.id}, ${workspace.context.newId()}, ${workspace.memberId}, ${workspace.memberId}, 'Kans', ${value}, ${rank},
        'open', ${held}, ${held}, '2026-11-25', 'call', 'ask', 'dialogue', '2026-11-24')`.execute(tx.db);
  });
}
const ranks = (workspace: Workspace) =>
  inWorkspace(house().databases, workspace.id, async (tx) =>
    (await tx.db.selectFrom('opportunity').select('rank_value').orderBy('id').execute()).map((row) => row.rank_value),
  );

describe('the workspace', () => {
  test('changes what is named and leaves the rest', async () => {
    const { api } = await house().aWorkspace();
    const before = (await api.get('/settings')).body;
    const after = await api.patch('/settings', {
      version: 1,
      p: 0.3,
      country: 'BE',
      language: 'en',
      timeZone: 'Europe/Brussels',
    });
    expect(after.status).toBe(200);
    expect(after.body).toEqual({
      ...before,
      version: 2,
      p: 0.3,
      country: 'BE',
      language: 'en',
      timeZone: 'Europe/Brussels',
    });
  });

  test('takes a rhythm of twelve steps, no more and no fewer', async () => {
    const { api } = await house().aWorkspace();
    const rhythm = (await api.get('/settings')).body.rhythm.map((step: object) => ({ ...step, gapDays: 3 }));
    expect((await api.patch('/settings', { version: 1, rhythm: rhythm.slice(1) })).status).toBe(400);
    expect((await api.patch('/settings', { version: 1, rhythm: [...rhythm, rhythm[0]] })).status).toBe(400);
    expect((await api.patch('/settings', { version: 1, rhythm })).body.rhythm).toEqual(rhythm);
  });

  test('of two who change it at once one is told', async () => {
    const { api } = await house().aWorkspace();
    const answers = await Promise.all([
      api.patch('/settings', { version: 1, name: 'Een' }),
      api.patch('/settings', { version: 1, name: 'Twee' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('another average ranks anew what has no value of its own', async () => {
    const workspace = await house().aWorkspace();
    await opportunity(workspace, null, 3, 100_000);
    await opportunity(workspace, null, 14, 25_000);
    await opportunity(workspace, 500, 3, 500);
    expect((await workspace.api.patch('/settings', { version: 1, averageValue: 40_000 })).status).toBe(200);
    expect(await ranks(workspace)).toEqual([40_000, 10_000, 500]);
  });

  test('another currency is refused once there are amounts, and nothing is changed', async () => {
    const workspace = await house().aWorkspace();
    expect((await workspace.api.patch('/settings', { version: 1, currency: 'USD' })).body.currency).toBe('USD');
    await opportunity(workspace, 500, 3, 500);
    const refused = await workspace.api.patch('/settings', { version: 2, currency: 'EUR', name: 'Anders' });
    expect(refused.body).toMatchObject({ status: 409, code: 'in_use', at: 'currency' });
    expect((await workspace.api.get('/settings')).body).toMatchObject({
      version: 2,
      currency: 'USD',
      name: expect.not.stringContaining('Anders'),
    });
  });
});

describe('a member', () => {
  test('has a day and working days of their own', async () => {
    const { api } = await house().aWorkspace();
    house().setNow('2026-11-24T23:30:00Z');
    expect((await api.get('/me')).body.today).toBe('2026-11-25');
    const changed = await api.patch('/me', {
      version: 1,
      timeZone: 'America/New_York',
      workingDays: [5, 1, 1],
      minutesADay: 30,
    });
    expect(changed.body).toMatchObject({
      today: '2026-11-24',
      member: { timeZone: 'America/New_York', workingDays: [1, 5], minutesADay: 30, version: 2 },
    });
    expect((await api.patch('/me', { version: 2, timeZone: null })).body).toMatchObject({
      today: '2026-11-25',
      member: { timeZone: null },
    });
    house().setNow('2026-11-24T09:00:00Z');
  });

  test.each([
    ['a zone that is none', { timeZone: 'Nowhere' }],
    ['an offset, which has no summer', { timeZone: '+01:00' }],
    ['no working days at all', { workingDays: [] }],
    ['an eighth day', { workingDays: [8] }],
    ['a day of more than twelve hours', { minutesADay: 721 }],
  ])('does not get %s', async (_, wish) => {
    const { api } = await house().aWorkspace();
    expect((await api.patch('/me', { version: 1, ...wish })).status).toBe(400);
  });

  test('has days off, seen by nobody else', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller');
    const made = await workspace.api.post('/days-off', { fromOn: '2026-12-24', untilOn: '2027-01-03', note: 'kerst' });
    expect(made.body).toMatchObject({ fromOn: '2026-12-24', untilOn: '2027-01-03', note: 'kerst' });
    expect((await colleague.api.get('/days-off')).body.items).toEqual([]);
    expect((await colleague.api.delete(`/days-off/${made.body.id}`)).status).toBe(404);
    expect((await workspace.api.get('/days-off')).body.items).toEqual([made.body]);
    expect((await workspace.api.delete(`/days-off/${made.body.id}`)).status).toBe(204);
    expect((await workspace.api.get('/days-off')).body.items).toEqual([]);
  });

  test('sees who is in the workspace, and nobody of another', async () => {
    const workspace = await house().aWorkspace({ name: 'Anna Bakker' });
    await house().aMember(workspace, 'seller', 'Bram de Vries');
    await house().aWorkspace({ name: 'Carla Smit' });
    const { items } = (await workspace.api.get('/members')).body;
    expect(items.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['Anna Bakker', 'owner'],
      ['Bram de Vries', 'seller'],
    ]);
  });
});
