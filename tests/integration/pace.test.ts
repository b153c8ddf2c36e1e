import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { membersToPace } from '#db/pace-turn';
import { alone } from '#db/job-lock';
import { inWorkspace } from '#db/transaction';
import { paceTonight } from '#jobs/pace-tonight';
import { runOnce, startJobs } from '#jobs/runner';
import type { JobWorld } from '#jobs/job';
import { createOpportunity } from '#usecases/opportunity/create-opportunity';
import { refreshPaceTonight } from '#usecases/pace/refresh-pace';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import type { Workspace } from '#tests/support/house';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

/** Open opportunities of different value, made on the day of the clock; the first is worth most. */
async function many(workspace: Workspace, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const opportunity = await createOpportunity(workspace.context, {
      title: `Kans ${i}`,
      value: (count - i) * 10_000,
      person: { name: `Carla ${i}`, email: `carla${i}@example.com` },
    });
    ids.push(opportunity.id);
  }
  return ids;
}

async function paces(workspace: Workspace): Promise<Map<string, string>> {
  const rows = await inWorkspace(house().databases, workspace.id, (tx) =>
    tx.db.selectFrom('opportunity').select(['id', 'pace']).where('state', '=', 'open').execute(),
  );
  return new Map(rows.map((row) => [row.id, row.pace]));
}

/** Where each stands on its day: all that Today plans with. */
async function places(workspace: Workspace): Promise<unknown> {
  return inWorkspace(house().databases, workspace.id, (tx) =>
    tx.db
      .selectFrom('opportunity')
      .select([
        'id',
        'pace',
        'next_on',
        'next_at',
        'next_channel',
        'next_step',
        'bucket',
        'warmth',
        'rank_value',
        'pin',
      ])
      .orderBy('id')
      .execute(),
  );
}

async function minutesADay(workspace: Workspace, minutes: number): Promise<void> {
  const { body } = await workspace.api.get('/me');
  const { status } = await workspace.api.patch('/me', { version: body.member.version, minutesADay: minutes });
  expect(status).toBe(200);
}

const world = (): JobWorld => ({
  databases: house().databases,
  outside: house().identity.outside,
  sendPush: async () => 'sent',
  now: house().now,
  newId: house().identity.newId,
  failed: (job, error) => {
    throw new Error(`${job} failed`, { cause: error });
  },
});
const never = new AbortController().signal;

describe('the pace fits the hours (definition 11)', () => {
  test('the best by index stay active, the rest goes slow, and one step takes it back', async () => {
    const workspace = await house().aWorkspace();
    const ids = await many(workspace, 40);
    await minutesADay(workspace, 15);
    const before = await paces(workspace);
    const placedBefore = await places(workspace);
    const { body: pace } = await workspace.api.get('/pace');
    expect(pace).toMatchObject({ minutesADay: 15, open: 40, active: 40, lastChange: null });
    expect(pace.fits).toBeLessThan(30);
    expect(pace.rest).toBe(40 - pace.fits);

    const { body: fitted } = await workspace.api.post('/pace/fit', {});
    expect(fitted).toMatchObject({ up: 0, down: 40 - pace.fits });
    const after = await paces(workspace);
    expect(ids.filter((id) => after.get(id) === 'active')).toEqual(ids.slice(0, pace.fits));
    expect((await workspace.api.get('/pace')).body.lastChange).toEqual({
      changeId: fitted.changeId,
      up: 0,
      down: fitted.down,
    });
    expect((await workspace.api.post('/pace/fit', {})).body).toMatchObject({
      up: 0,
      down: 0,
      later: 0,
      changeId: null,
    });

    expect((await workspace.api.post(`/changes/${fitted.changeId}/undo`)).status).toBe(200);
    expect(await paces(workspace)).toEqual(before);
    expect(await places(workspace)).toEqual(placedBefore);
    // Taken back is taken back: the same is not done again the next night.
    expect((await workspace.api.post('/pace/fit', {})).body).toMatchObject({ down: 0 });
    const found: unknown[] = [];
    const listener = { found: (one: unknown) => void found.push(one), done: () => {} };
    await verifyWorkspace(house().databases, workspace.id, listener);
    expect(found).toEqual([]);
  });

  test('more minutes a day bring slow ones up, the best first, over days with room', async () => {
    const workspace = await house().aWorkspace();
    const ids = await many(workspace, 30);
    await minutesADay(workspace, 5);
    await workspace.api.post('/pace/fit', {});
    await minutesADay(workspace, 20);
    house().setNow('2026-12-23T09:00:00Z');
    const { body: pace } = await workspace.api.get('/pace');
    const { body: fitted } = await workspace.api.post('/pace/fit', {});
    expect(fitted.up).toBeGreaterThan(0);
    const after = await paces(workspace);
    const active = ids.filter((id) => after.get(id) === 'active');
    expect(active).toEqual(ids.slice(0, active.length));
    expect(active.length).toBeLessThanOrEqual(pace.fits);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('what was chosen by hand, pinned, promised, agreed or named stays as it is', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const ids = await many(workspace, 40);
    await minutesADay(workspace, 5);
    const [hand, pinned, promised, appointment, named, waiting] = ids.slice(-6);
    const read = async (id = '') => (await api.get(`/opportunities/${id}`)).body;
    await api.patch(`/opportunities/${hand}`, { version: (await read(hand)).version, pace: 'active' });
    await api.post(`/opportunities/${pinned}/pin`, { choice: 'yes', reason: 'ik weet iets' });
    const person = (await read(promised)).person.id;
    await api.post(`/persons/${person}/promises`, { by: 'me', text: 'prijs', dueOn: '2026-11-30' });
    const log = (id = '', body: object) => api.post(`/opportunities/${id}/moments`, { channel: 'call', ...body });
    expect(
      (await log(appointment, { outcome: 'appointment', until: '2026-12-01', untilAt: '2026-12-01T09:00:00Z' })).status,
    ).toBe(201);
    expect((await log(named, { outcome: 'not_now', until: '2026-12-08' })).status).toBe(201);
    expect((await api.post(`/opportunities/${waiting}/inbound`, { channel: 'call' })).status).toBeLessThan(300);
    const { body } = await api.post('/pace/fit', {});
    expect(body.down).toBeGreaterThan(20);
    const after = await paces(workspace);
    for (const id of [hand, pinned, promised, appointment, named, waiting]) expect(after.get(id ?? '')).toBe('active');
  });

  test('when one ends, the best of the slow takes its place at once, and taking the end back leaves that be', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const ids = await many(workspace, 30);
    await minutesADay(workspace, 10);
    await api.post('/pace/fit', {});
    // Four weeks on: whoever was moved may be moved again.
    house().setNow('2026-12-23T09:00:00Z');
    const before = await paces(workspace);
    const { fits, active } = (await api.get('/pace')).body;
    expect(active).toBeLessThanOrEqual(fits);
    const slow = ids.filter((id) => before.get(id) === 'slow');
    const stopped = await api.post(`/opportunities/${ids[0]}/stop`, { saidNo: false, reason: 'no_response' });
    expect(stopped.status).toBe(200);
    const after = await paces(workspace);
    expect(slow.filter((id) => after.get(id) === 'active')).toEqual(slow.slice(0, 1));
    expect((await api.post(`/changes/${stopped.body.changeId}/undo`)).status).toBe(200);
    expect((await paces(workspace)).get(slow[0] ?? '')).toBe('active');
    house().setNow('2026-11-24T09:00:00Z');
  });

  test.each(['a hand-over', 'an objection'])(
    '%s leaves room too, and the best of the slow takes it at once',
    async (how) => {
      const workspace = await house().aWorkspace();
      const { api } = workspace;
      const daan = await house().aMember(workspace, 'seller');
      const ids = await many(workspace, 30);
      await minutesADay(workspace, 10);
      await api.post('/pace/fit', {});
      house().setNow('2026-12-23T09:00:00Z');
      const before = await paces(workspace);
      const slow = ids.filter((id) => before.get(id) === 'slow');
      const { version, person } = (await api.get(`/opportunities/${ids[0]}`)).body;
      const answer =
        how === 'a hand-over'
          ? await api.post(`/opportunities/${ids[0]}/hand-over`, { version, assigneeId: daan.memberId })
          : await api.post(`/persons/${person.id}/object`, {});
      expect(answer.status, answer.text).toBe(200);
      const after = await paces(workspace);
      expect(slow.filter((id) => after.get(id) === 'active')).toEqual(slow.slice(0, 1));
      expect(await differencesIn(workspace.context)).toEqual([]);
      house().setNow('2026-11-24T09:00:00Z');
    },
  );

  test('what is due for over 14 working days and never among the best comes by less often, planned anew', async () => {
    const workspace = await house().aWorkspace();
    const ids = await many(workspace, 60);
    await minutesADay(workspace, 240);
    house().setNow('2026-12-16T09:00:00Z');
    const { body } = await workspace.api.post('/pace/fit', {});
    expect(body.down).toBe(30);
    const after = await paces(workspace);
    expect(ids.filter((id) => after.get(id) === 'slow')).toEqual(ids.slice(-30));
    const { rows } = await inWorkspace(house().databases, workspace.id, (tx) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from opportunity where workspace_id = ${tx.workspaceId} and pace = 'slow' and next_on < '2026-12-28'`.execute(
        tx.db,
      ),
    );
    expect(rows[0]?.n).toBe(0);
    house().setNow('2026-11-24T09:00:00Z');
  });
});

describe('at night, once a day of the member', () => {
  test('who is due is found over all workspaces, by ids alone, and row security stays as it was', async () => {
    const [one, two] = [await house().aWorkspace(), await house().aWorkspace()];
    const turns = await membersToPace(house().databases, house().now(), 1000);
    for (const { id, memberId } of [one, two]) expect(turns).toContainEqual({ workspaceId: id, memberId });
    expect((await house().databases.app.query('select id from member')).rows).toEqual([]);
    await house().databases.app.query(`set app.asks = 'whose_night'`);
    expect((await house().databases.app.query('select id from member')).rows).toEqual([]);
    await house().databases.app.query('reset app.asks');
  });

  test('by the day of their own zone, and once whoever asks', async () => {
    const workspace = await house().aWorkspace();
    const due = async () =>
      (await membersToPace(house().databases, house().now(), 1000)).some(
        (turn) => turn.memberId === workspace.memberId,
      );
    const [first, second] = await Promise.all([
      refreshPaceTonight(workspace.context),
      refreshPaceTonight(workspace.context),
    ]);
    expect([first, second].filter((done) => done !== null)).toHaveLength(1);
    expect(await due()).toBe(false);
    house().setNow('2026-11-24T22:59:00Z');
    expect(await due()).toBe(false);
    // Midnight in Amsterdam.
    house().setNow('2026-11-24T23:01:00Z');
    expect(await due()).toBe(true);
    await runOnce(paceTonight, world(), never);
    expect(await due()).toBe(false);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('an error of one is told, and the others have their turn', async () => {
    const [bad, good] = [await house().aWorkspace(), await house().aWorkspace()];
    // A member of whom the workspace cannot be read any more.
    await inWorkspace(house().databases, bad.id, (tx) =>
      sql`update workspace set rhythm = '{}'::jsonb where id = ${tx.workspaceId}`.execute(tx.db),
    );
    const told: string[] = [];
    await runOnce(
      paceTonight,
      { ...world(), failed: (_, __, about) => void told.push(about?.['workspaceId'] ?? '') },
      never,
    );
    expect(told).toContain(bad.id);
    const left = await membersToPace(house().databases, house().now(), 1000);
    expect(left.some((turn) => turn.memberId === good.memberId)).toBe(false);
    await inWorkspace(house().databases, bad.id, (tx) =>
      sql`update workspace set rhythm = (select jsonb_agg(jsonb_build_object('gapDays', 7, 'channel', 'call', 'intent', 'ask')) from generate_series(1, 12)) where id = ${tx.workspaceId}`.execute(
        tx.db,
      ),
    );
  });

  test('while another process is busy with it nothing is done twice, and stopping waits for what runs', async () => {
    const { databases } = house();
    let ran = 0;
    await alone(databases, 'tests', async () => {
      expect(await alone(databases, 'tests', async () => void (ran += 1))).toBe(false);
    });
    expect(await alone(databases, 'tests', async () => void (ran += 1))).toBe(true);
    expect(ran).toBe(1);

    let begun: () => void = () => {};
    let finish: () => void = () => {};
    const began = new Promise<void>((resolve) => (begun = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let stoppedSeen = false;
    const job = {
      name: 'slow one',
      everyMinutes: 1,
      run: async (_: JobWorld, stopping: AbortSignal) => {
        begun();
        await finished;
        stoppedSeen = stopping.aborted;
      },
    };
    const running = startJobs([job], world(), 0);
    await began;
    const stopped = running.stop();
    finish();
    await stopped;
    expect(stoppedSeen).toBe(true);
  });
});
