import { describe, expect, test } from 'vitest';
import type { BulkAct } from '#contract/list';
import type { Workspace } from '#tests/support/house';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

type Some = { workspace: Workspace; ids: string[] };

/** Five open ones, one with an agreed time, one stopped and one won. */
async function some(): Promise<Some> {
  const workspace = await house().aWorkspace();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push((await workspace.anOpportunity({ value: 10_000 * (i + 1) })).id);
  const agreed = await workspace.anOpportunity();
  await workspace.api.post(`/opportunities/${agreed.id}/plan`, { on: '2026-12-01', at: '2026-12-01T10:00:00Z' });
  const stopped = await workspace.anOpportunity();
  await workspace.api.post(`/opportunities/${stopped.id}/stop`, { saidNo: false, reason: 'timing' });
  const won = await workspace.anOpportunity();
  await workspace.aMoment(won.id, { outcome: 'bought' });
  return { workspace, ids: [...ids, agreed.id, stopped.id, won.id] };
}

async function carriedOut({ api }: Workspace, act: BulkAct, whom: object) {
  const begun = await api.post('/bulk', { act, ...whom });
  expect(begun.status, begun.text).toBe(201);
  const next = await api.post(`/bulk/${begun.body.id}/next`, { position: 0 });
  expect(next.status, next.text).toBe(200);
  expect(next.body.position).toBe(begun.body.total);
  return { preview: begun.body, done: next.body };
}

const all = async ({ api }: Workspace) =>
  new Map<string, Record<string, unknown>>(
    (await api.get('/opportunities?limit=200')).body.items.map(
      ({ version: _, ...one }: { version: number; id: string }) => [one.id, one],
    ),
  );

describe('one act on many', () => {
  const acts: readonly (readonly [string, BulkAct, number])[] = [
    ['another day', { kind: 'plan', on: '2026-12-09', channel: 'email' }, 5],
    ['a week later', { kind: 'shift', days: 7 }, 5],
    ['a stage', { kind: 'stage', stage: 'quote' }, 8],
    ['the slow pace', { kind: 'pace', pace: 'slow' }, 6],
    ['stopping', { kind: 'stop', saidNo: false, reason: 'no_need', note: 'ander product' }, 6],
  ];
  test.each(acts)(
    '%s: the preview is what is done, every open one keeps a next moment, and one undo takes all back',
    async (_, act, count) => {
      const { workspace, ids } = await some();
      const before = await all(workspace);
      const { preview, done } = await carriedOut(workspace, act, { opportunityIds: ids });
      expect(preview.done).toBe(count);
      expect(done.done).toBe(count);
      expect(done.refused.map(({ code, count: of }: { code: string; count: number }) => [code, of])).toEqual(
        preview.refused.map(({ code, count: of }: { code: string; count: number }) => [code, of]),
      );
      for (const one of (await all(workspace)).values())
        expect({ state: one['state'], next: one['nextMoment'] !== null }).toEqual({
          state: one['state'],
          next: one['state'] === 'open',
        });
      expect(await differencesIn(workspace.context)).toEqual([]);
      const undone = await workspace.api.post(`/changes/${done.changeId}/undo`);
      expect(undone.body).toMatchObject({ kept: 0 });
      expect(undone.body.opportunityIds).toHaveLength(count);
      expect(await all(workspace)).toEqual(before);
      expect(await differencesIn(workspace.context)).toEqual([]);
      expect((await workspace.api.post(`/changes/${done.changeId}/undo`)).body.code).toBe('nothing_to_undo');
    },
  );

  test('assigning gives them to a colleague; all of a filter is meant as it stood when it began', async () => {
    const { workspace } = await some();
    const colleague = await house().aMember(workspace, 'seller', 'Daan');
    const begun = await workspace.api.post('/bulk', {
      act: { kind: 'assign', assigneeId: colleague.memberId },
      filter: { state: 'open' },
    });
    expect(begun.body).toMatchObject({ total: 6, done: 6, refused: [] });
    await workspace.anOpportunity();
    const { body } = await workspace.api.post(`/bulk/${begun.body.id}/next`, { position: 0 });
    expect(body).toMatchObject({ total: 6, position: 6, done: 6 });
    const { body: theirs } = await workspace.api.get(
      `/opportunities/count?state=open&assigneeId=${colleague.memberId}`,
    );
    expect(theirs).toEqual({ count: 6, more: false });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('a batch that is asked for twice is done once', async () => {
    const { workspace, ids } = await some();
    const { body } = await workspace.api.post('/bulk', { act: { kind: 'shift', days: 3 }, opportunityIds: ids });
    const once = await workspace.api.post(`/bulk/${body.id}/next`, { position: 0 });
    const twice = await workspace.api.post(`/bulk/${body.id}/next`, { position: 0 });
    expect(twice.body).toMatchObject({ position: once.body.position, done: once.body.done });
    const versions = (await workspace.api.get('/opportunities?state=open')).body.items.map(
      (one: { version: number }) => one.version,
    );
    expect(Math.max(...versions)).toBe(2);
  });

  test('what was worked on since stays when the whole is taken back, and is counted', async () => {
    const { workspace, ids } = await some();
    const { done } = await carriedOut(workspace, { kind: 'shift', days: 7 }, { opportunityIds: ids });
    await workspace.aMoment(ids[0] ?? '', { outcome: 'spoke' });
    const { body } = await workspace.api.post(`/changes/${done.changeId}/undo`);
    expect(body).toMatchObject({ kept: 1 });
    expect((await workspace.api.get(`/opportunities/${ids[0]}`)).body).toMatchObject({ held: 1, state: 'open' });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('undo of one record does not take the act on many along', async () => {
    const { workspace, ids } = await some();
    const [one = ''] = ids;
    await workspace.api.post(`/opportunities/${one}/pin`, { choice: 'yes' });
    await carriedOut(workspace, { kind: 'stage', stage: 'quote' }, { opportunityIds: ids });
    const { body } = await workspace.api.post(`/opportunities/${one}/undo`, {});
    expect(body.code).toBe('built_upon');
    expect((await workspace.api.get('/opportunities/count?stage=quote')).body.count).toBe(8);
  });

  test('a day that is past, nobody and more than one way of saying whom are refused before anything is done', async () => {
    const { workspace, ids } = await some();
    const { api } = workspace;
    const act = { kind: 'shift', days: 7 };
    expect((await api.post('/bulk', { act: { kind: 'plan', on: '2026-11-01' }, opportunityIds: ids })).body.code).toBe(
      'next_in_past',
    );
    expect((await api.post('/bulk', { act })).body.code).toBe('invalid_request');
    expect((await api.post('/bulk', { act, opportunityIds: ids, filter: {} })).body.code).toBe('invalid_request');
    expect((await api.post('/bulk', { act: { kind: 'stage', stage: 'x' }, filter: {} })).body.code).toBe(
      'stage_missing',
    );
  });

  test('more than a batch goes on where it was', async () => {
    const workspace = await house().aWorkspace();
    const text = `name,email\n${Array.from({ length: 1203 }, (_, i) => `Piet ${i},piet${i}@example.com`).join('\n')}\n`;
    const { body: file } = await workspace.api.post('/imports', { text });
    await workspace.api.post(`/imports/${file.id}/commit`, { notWon: 'open' });
    let { body } = await workspace.api.post('/bulk', {
      act: { kind: 'stage', stage: 'talking' },
      filter: { state: 'open' },
    });
    const steps: number[] = [];
    while (body.position < body.total) {
      ({ body } = await workspace.api.post(`/bulk/${body.id}/next`, { position: body.position }));
      steps.push(body.position);
    }
    expect(steps).toEqual([500, 1000, 1203]);
    expect(body.done).toBe(1203);
    expect(await differencesIn(workspace.context)).toEqual([]);
    const undone = await workspace.api.post(`/changes/${body.changeId}/undo`);
    expect(undone.body.opportunityIds).toHaveLength(1203);
    expect((await workspace.api.get('/opportunities/count?stage=talking')).body.count).toBe(0);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('chosen ones are taken out as a list by owner and manager, not by a seller', async () => {
    const { workspace, ids } = await some();
    const { body } = await workspace.api.post('/bulk', { act: { kind: 'export' }, opportunityIds: ids.slice(0, 2) });
    const csv = await workspace.api.get(`/bulk/${body.id}/export.csv`);
    expect(csv.text.trim().split('\n')).toHaveLength(3);
    expect(csv.text).toContain('externalId,name,organisation');
    const seller = await house().aMember(workspace, 'seller', 'Daan');
    expect((await seller.api.post('/bulk', { act: { kind: 'export' }, opportunityIds: ids })).status).toBe(403);
    expect((await seller.api.get(`/bulk/${body.id}/export.csv`)).status).toBe(403);
  });
});
