import { describe, expect, test } from 'vitest';
import type { BoardColumn } from '#contract/board';
import type { Workspace } from '#tests/support/house';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

async function columns(workspace: Workspace, by: 'number' | 'stage'): Promise<Map<string, BoardColumn>> {
  const { status, body } = await workspace.api.get(`/board?by=${by}`);
  expect(status).toBe(200);
  return new Map(body.columns.map((column: BoardColumn) => [column.key, column]));
}

describe('the board by contact number', () => {
  test('an opportunity stands at the number of its next contact, with count, sum and those without a value apart', async () => {
    const workspace = await house().aWorkspace();
    const one = await workspace.anOpportunity({ value: 100_000 });
    await workspace.anOpportunity({ value: null });
    await workspace.anOpportunity({ value: 50_000, held: 4 });
    await workspace.anOpportunity({ value: 70_000, held: 15 });
    const before = await columns(workspace, 'number');
    expect(before.size).toBe(13);
    expect(before.get('1')).toMatchObject({ count: 2, value: 100_000, withoutValue: 1 });
    expect(before.get('5')).toMatchObject({ count: 1, value: 50_000, withoutValue: 0 });
    expect(before.get('13')).toMatchObject({ count: 1, value: 70_000 });
    expect(before.get('2')).toMatchObject({ count: 0, cards: [], nextCursor: null });
    await workspace.aMoment(one.id, { outcome: 'spoke' });
    const after = await columns(workspace, 'number');
    expect(after.get('1')).toMatchObject({ count: 1, value: 0, withoutValue: 1 });
    expect(after.get('2')?.cards.map((card) => card.id)).toEqual([one.id]);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('a column goes on where its cards ended, each card once, the earliest next moment first', async () => {
    const workspace = await house().aWorkspace();
    const person = await workspace.aPerson();
    for (let i = 0; i < 60; i++)
      await workspace.anOpportunity({
        personId: person.id,
        next: { on: `2026-12-${String(1 + (i % 28)).padStart(2, '0')}` },
      });
    const first = (await columns(workspace, 'number')).get('1');
    const days = (first?.cards ?? []).map((card) => card.nextMoment?.on);
    const seen = new Set(first?.cards.map((card) => card.id));
    let cursor = first?.nextCursor ?? null;
    while (cursor !== null) {
      const { body } = await workspace.api.get(`/board/column?by=number&key=1&cursor=${cursor}`);
      for (const card of body.cards) {
        seen.add(card.id);
        days.push(card.nextMoment.on);
      }
      cursor = body.nextCursor;
    }
    expect(seen.size).toBe(60);
    expect(days).toHaveLength(60);
    expect(days).toEqual(days.toSorted());
  });

  test('of one assignee only theirs, and what ended stands nowhere', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller', 'Daan');
    const mine = await workspace.anOpportunity();
    await workspace.anOpportunity({ assigneeId: colleague.memberId });
    const { body } = await workspace.api.get(`/board?assigneeId=${colleague.memberId}`);
    expect(body.columns[0]).toMatchObject({ count: 1 });
    await workspace.api.post(`/opportunities/${mine.id}/stop`, { saidNo: true, reason: 'no_need' });
    expect((await columns(workspace, 'number')).get('1')).toMatchObject({ count: 1 });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });
});

describe('stages', () => {
  test('there are four to begin with; an opportunity begins in the first, moves with undo, and its next moment stays', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    expect((await api.get('/stages')).body.items.map((stage: { id: string }) => stage.id)).toEqual([
      'new',
      'talking',
      'quote',
      'deciding',
    ]);
    const one = await workspace.anOpportunity({ value: 40_000 });
    expect((await columns(workspace, 'stage')).get('new')).toMatchObject({ count: 1, value: 40_000 });
    const { body } = await api.post(`/opportunities/${one.id}/stage`, { stage: 'quote', version: one.version });
    expect(body.opportunity).toMatchObject({ stage: 'quote', state: 'open', nextMoment: one.nextMoment });
    expect((await columns(workspace, 'stage')).get('quote')).toMatchObject({ count: 1, value: 40_000 });
    await api.post(`/changes/${body.changeId}/undo`);
    expect((await columns(workspace, 'stage')).get('new')).toMatchObject({ count: 1 });
    expect((await api.post(`/opportunities/${one.id}/stage`, { stage: 'nowhere' })).body.code).toBe('stage_missing');
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('one that goes gives a place to what stands in it, and where new ones begin may go too', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const one = await workspace.anOpportunity({ value: 40_000 });
    const two = await workspace.anOpportunity({ value: 10_000 });
    await api.post(`/opportunities/${one.id}/stage`, { stage: 'quote' });
    await api.post(`/opportunities/${two.id}/stage`, { stage: 'talking' });
    const three = await workspace.anOpportunity({ value: 1000 });
    const left = [{ id: 'talking', name: 'Aan de praat' }, { name: 'Proef' }];
    expect((await api.put('/stages', { version: 1, stages: left })).body.code).toBe('stages_invalid');
    const moves = { new: 'talking', quote: 'talking', deciding: 'talking' };
    const set = await api.put('/stages', { version: 1, stages: left, moves });
    expect(set.body.items).toMatchObject([{ id: 'talking', name: 'Aan de praat', begins: true }, { name: 'Proef' }]);
    expect((await columns(workspace, 'stage')).get('talking')).toMatchObject({ count: 3, value: 51_000 });
    for (const { id } of [one, two, three])
      expect((await api.get(`/opportunities/${id}`)).body).toMatchObject({ stage: null, state: 'open' });
    expect(
      (
        await api.put('/stages', {
          version: 1,
          stages: set.body.items.map(({ begins: _, ...stage }: { begins: boolean }) => stage),
        })
      ).status,
    ).toBe(409);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('a seller reads the stages and does not set them', async () => {
    const workspace = await house().aWorkspace();
    const seller = await house().aMember(workspace, 'seller', 'Daan');
    expect((await seller.api.get('/stages')).status).toBe(200);
    expect((await seller.api.put('/stages', { version: 1, stages: [{ id: 'new', name: '' }], moves: {} })).status).toBe(
      403,
    );
  });
});
