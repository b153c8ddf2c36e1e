import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { averageSale } from '#core/persistence/average-sale';
import type { FiguresOf } from '#contract/figures';
import { inWorkspace } from '#db/transaction';
import { paceTonight } from '#jobs/pace-tonight';
import { runOnce } from '#jobs/runner';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import { theBank } from '#tests/support/bank-list';
import { brought } from '#tests/support/bring-file';
import { startOfTests, type Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/* What a sale is worth on average, learned from one's own sales (decision 0012). */
const house = useHouse();
afterEach(() => house().setNow(startOfTests));
const euro = (amount: number) => amount * 100;

/** The job as it comes round in the night after that many days. */
async function night(days: number): Promise<void> {
  house().setNow(new Date(Date.parse(startOfTests) + days * 86_400_000));
  const { databases, now, identity } = house();
  const failed = (job: string, error: unknown) => {
    throw new Error(`${job} failed`, { cause: error });
  };
  await runOnce(
    paceTonight,
    { databases, now, newId: identity.newId, failed, outside: house().identity.outside, sendPush: async () => 'sent' },
    new AbortController().signal,
  );
}

/** One without an amount. */
async function unvalued({ api }: Workspace): Promise<string> {
  const { status, body } = await api.post('/opportunities', { title: 'Zonder bedrag', person: { name: 'Carla Smit' } });
  expect(status).toBe(201);
  return body.id;
}

/** Sales in the fifth contact. */
async function sold({ anOpportunity, aMoment }: Workspace, count: number, value: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = await anOpportunity({ value, held: 4 });
    await aMoment(id, { outcome: 'bought' });
    ids.push(id);
  }
  return ids;
}

const figuresOf = async ({ api }: Workspace): Promise<FiguresOf> => (await api.get('/figures')).body;
const worthOf = async ({ api }: Workspace, id: string) => (await api.get(`/opportunities/${id}/worth`)).body;
const averageOf = async (workspace: Workspace) => {
  const { averageValue, average } = await figuresOf(workspace);
  return { averageValue, ...average };
};

async function differences(workspace: Workspace): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyWorkspace(house().databases, workspace.id, { found: (one) => void found.push(one), done: () => {} });
  return found;
}

async function ranks(workspace: Workspace): Promise<number[]> {
  const rows = await inWorkspace(house().databases, workspace.id, (tx) =>
    tx.db.selectFrom('opportunity').select('rank_value').where('value', 'is', null).execute(),
  );
  return [...new Set(rows.map((row) => row.rank_value))];
}

describe('somebody who sells for € 8,000 and never filled in an average', () => {
  test('has the guess on the day itself, and what was learned from the night on, everywhere alike', async () => {
    const workspace = await house().aWorkspace();
    const open = await unvalued(workspace);
    await sold(workspace, 30, euro(8000));
    expect(await averageOf(workspace)).toEqual({ averageValue: euro(1000), guess: euro(1000), sales: 0, on: null });
    const before = await figuresOf(workspace);
    expect(await differences(workspace)).toEqual([]);

    await night(1);
    const learned = euro(6250);
    expect(learned).toBe((10 * euro(1000) + 30 * euro(8000)) / 40);
    expect(await averageOf(workspace)).toEqual({
      averageValue: learned,
      guess: euro(1000),
      sales: 30,
      on: '2026-11-25',
    });
    const after = await figuresOf(workspace);
    expect(after.newPerMinute / before.newPerMinute).toBeCloseTo(6.25, 6);
    // The value-less one and the new prospect move together; what has an amount keeps it.
    const worth = await worthOf(workspace, open);
    expect(worth).toMatchObject({ value: learned, valueKnown: false, fresh: { value: learned } });
    expect(worth.newPerMinute).toBe(after.newPerMinute);
    expect(await ranks(workspace)).toEqual([learned]);
    const { body: continuity } = await workspace.api.get('/continuity');
    expect(continuity.pace.value).toBe(learned);
    await workspace.api.post(`/opportunities/${open}/stop`, { saidNo: false, reason: 'timing' });
    const { body: missed } = await workspace.api.get('/missed-revenue');
    expect(missed).toMatchObject({ averageValue: learned, withoutValue: 1 });
    // The settings keep the guess, and nobody's tab is out of date.
    expect((await workspace.api.get('/settings')).body).toMatchObject({ averageValue: euro(1000), version: 1 });
    expect(await differences(workspace)).toEqual([]);
  });

  test('is told of a cheap one that a new prospect earns more, when the guess alone says go on', async () => {
    const workspace = await house().aWorkspace();
    await sold(workspace, 30, euro(8000));
    const { id } = await workspace.anOpportunity({ value: euro(600) });
    await workspace.aMoment(id, { outcome: 'no_answer' });
    const before = await worthOf(workspace, id);
    await night(1);
    const after = await worthOf(workspace, id);
    expect(after.perMinute).toBe(before.perMinute);
    expect(after.newPerMinute).toBeGreaterThan(6 * before.newPerMinute);
    expect(['stop', 'experiment']).toContain(after.advice);
    const { id: usual } = await workspace.anOpportunity({ value: euro(8000) });
    await workspace.aMoment(usual, { outcome: 'interested' });
    expect((await worthOf(workspace, usual)).advice).toBe('go_on');
  });

  test('moves at once with another guess, and ranks anew what has no amount', async () => {
    const workspace = await house().aWorkspace();
    await unvalued(workspace);
    await sold(workspace, 30, euro(8000));
    const answer = await workspace.api.patch('/settings', { version: 1, averageValue: euro(4000) });
    expect(answer.body).toMatchObject({ averageValue: euro(4000), version: 2 });
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(7000), guess: euro(4000), sales: 30 });
    expect(await ranks(workspace)).toEqual([euro(7000)]);
    // Another setting leaves it.
    await workspace.api.patch('/settings', { version: 2, name: 'Anders' });
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(7000) });
    expect(await differences(workspace)).toEqual([]);
  });

  test('takes it back with the sales: undone, corrected, and one that stands out', async () => {
    const workspace = await house().aWorkspace();
    await unvalued(workspace);
    const ids = await sold(workspace, 12, euro(8000));
    await night(1);
    const twelve = averageSale(
      euro(1000),
      Array.from({ length: 12 }, () => euro(8000)),
    );
    expect(await averageOf(workspace)).toMatchObject({ averageValue: twelve, sales: 12 });

    const [corrected = ''] = ids;
    const { body } = await workspace.api.get(`/opportunities/${corrected}`);
    const answer = await workspace.api.patch(`/opportunities/${corrected}`, {
      version: body.version,
      value: euro(10_000_000),
    });
    expect(answer.status, answer.text).toBe(200);
    await night(2);
    expect((await averageOf(workspace)).averageValue).toBeLessThan(2 * twelve);
    expect(await differences(workspace)).toEqual([]);

    for (const id of ids) {
      const { version } = (await workspace.api.get(`/opportunities/${id}`)).body;
      expect((await workspace.api.patch(`/opportunities/${id}`, { version, value: null })).status).toBe(200);
    }
    await night(3);
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(1000), sales: 0 });
    expect(await ranks(workspace)).toEqual([euro(1000)]);
    expect(await differences(workspace)).toEqual([]);
  });

  test('keeps it for a step of less than three hundredths, and says how many sales were looked at', async () => {
    const workspace = await house().aWorkspace();
    await unvalued(workspace);
    await sold(workspace, 20, euro(1020));
    await night(1);
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(1000), sales: 20, on: '2026-11-25' });
    expect(await ranks(workspace)).toEqual([euro(1000)]);
    expect(await differences(workspace)).toEqual([]);
  });
});

test('sales of yesterday that are undone count no more', async () => {
  const workspace = await house().aWorkspace();
  const [id = ''] = await sold(workspace, 1, euro(9000));
  await night(0.5);
  expect(await averageOf(workspace)).toMatchObject({ sales: 1 });
  const undone = await workspace.api.post(`/opportunities/${id}/undo`, {});
  expect(undone.status, undone.text).toBe(200);
  await night(1.5);
  expect(await averageOf(workspace)).toEqual({
    averageValue: euro(1000),
    guess: euro(1000),
    sales: 0,
    on: expect.any(String),
  });
  expect(await differences(workspace)).toEqual([]);
});

describe('a list that is brought in', () => {
  const list = [
    'id;naam;e-mail;status;waarde;aantal contacten',
    ...Array.from({ length: 30 }, (_, i) => `${i};Koper ${i};koper${i}@example.com;gewonnen;8000;4`),
    '90;Anna Bakker;anna@example.com;open;;2',
    '91;Bram Smit;bram@example.com;verloren;;1',
    '',
  ].join('\n');

  test('says at once what a sale is worth, and no more once it is taken back', async () => {
    const workspace = await house().aWorkspace();
    await unvalued(workspace);
    const { committed } = await brought(workspace.api, 'lijst.csv', list);
    expect(committed.counts).toMatchObject({ won: 30 });
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(6250), sales: 30 });
    expect(await ranks(workspace)).toEqual([euro(6250)]);
    expect(await differences(workspace)).toEqual([]);
    house().setNow(new Date(Date.parse(startOfTests) + 3600_000));
    expect((await workspace.api.post(`/imports/${committed.id}/undo`)).status).toBe(200);
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(1000), sales: 0 });
    expect(await ranks(workspace)).toEqual([euro(1000)]);
    expect(await differences(workspace)).toEqual([]);
  });

  test('without amounts changes nothing, and is not ranked anew', async () => {
    const workspace = await house().aWorkspace();
    await theBank(workspace.api, 40);
    const before = await ranks(workspace);
    await night(1);
    expect(await averageOf(workspace)).toMatchObject({ averageValue: euro(1000), sales: 0 });
    expect(await ranks(workspace)).toEqual(before);
    expect(await differences(workspace)).toEqual([]);
  });
});

describe('ranking anew', () => {
  test('goes on where it was left, and until then verify finds nothing wrong with what is still to come', async () => {
    const workspace = await house().aWorkspace();
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push(await unvalued(workspace));
    const [, second = ''] = ids.toSorted();
    // As a process that ended halfway left it.
    await inWorkspace(house().databases, workspace.id, async (tx) => {
      await sql`update workspace set average_value = 200000, ranked_until = ${second} where id = ${tx.workspaceId}`.execute(
        tx.db,
      );
      await sql`update opportunity set rank_value = 200000 where workspace_id = ${tx.workspaceId} and id <= ${second}`.execute(
        tx.db,
      );
    });
    expect(await differences(workspace)).toEqual([]);
    expect((await ranks(workspace)).toSorted((a, b) => a - b)).toEqual([euro(1000), euro(2000)]);
    await night(0.5);
    expect(await ranks(workspace)).toEqual([euro(2000)]);
    expect(await differences(workspace)).toEqual([]);
  });

  test('is found by verify when the average is not what the sales make it', async () => {
    const workspace = await house().aWorkspace();
    await sold(workspace, 5, euro(8000));
    await night(1);
    await inWorkspace(house().databases, workspace.id, (tx) =>
      sql`update workspace set learned_average = 1000000, learned_sales = 4 where id = ${tx.workspaceId}`.execute(
        tx.db,
      ),
    );
    expect(await differences(workspace)).toMatchObject([
      { what: 'workspace.learned_average', stored: 1_000_000, recomputed: expect.any(Number) },
      { what: 'workspace.learned_sales', stored: 4, recomputed: 5 },
    ]);
  });
});
