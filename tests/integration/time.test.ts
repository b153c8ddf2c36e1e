import { describe, expect, test } from 'vitest';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

describe('time a week, and what it brought (product.md, row 6)', () => {
  test('first contacts are new, later ones running, from picking up revived, and care apart; sales where their time went', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const first = await anOpportunity({ value: 500_000 });
    await aMoment(first.id, { outcome: 'spoke', minutes: 30 });
    await aMoment(first.id, { outcome: 'bought', minutes: 45 });
    const again = await anOpportunity({ value: 200_000 });
    await aMoment(again.id, { outcome: 'no_answer', minutes: 5 });
    await api.post(`/opportunities/${again.id}/stop`, { saidNo: false, reason: 'no_response' });
    await api.post(`/opportunities/${again.id}/revive`, {});
    await aMoment(again.id, { outcome: 'bought', minutes: 20 });
    const care = await api.post(`/persons/${first.person?.id}/moments`, {
      channel: 'call',
      outcome: 'spoke',
      minutes: 15,
    });
    expect(care.status).toBe(201);

    const { status, body } = await api.get('/time');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2026-08-31',
      to: '2026-11-24',
      of: 'me',
      minutes: 115,
      count: 5,
      sales: 2,
      enough: false,
    });
    expect(body.weeks).toHaveLength(13);
    // The day on which it was picked up again counts from its beginning: the moment before it that day is revived too.
    expect(body.weeks.at(-1)).toEqual({
      monday: '2026-11-23',
      minutes: { new: 30, running: 45, revived: 25, care: 15 },
    });
    expect(body.kinds).toEqual([
      { kind: 'new', minutes: 30, count: 1, sales: 0, value: 0, withoutValue: 0 },
      { kind: 'running', minutes: 45, count: 1, sales: 1, value: 500_000, withoutValue: 0 },
      { kind: 'revived', minutes: 25, count: 2, sales: 1, value: 200_000, withoutValue: 0 },
      { kind: 'care', minutes: 15, count: 1, sales: 0, value: 0, withoutValue: 0 },
    ]);
  });

  test('what was taken back counts no longer, and a colleague’s time is theirs', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller');
    const { id } = await workspace.anOpportunity();
    const { changeId } = await workspace.aMoment(id, { minutes: 12 });
    await colleague.api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome: 'no_answer', minutes: 7 });
    expect((await workspace.api.get('/time')).body.minutes).toBe(12);
    expect((await colleague.api.get('/time')).body.minutes).toBe(7);
    expect((await workspace.api.post(`/changes/${changeId}/undo`)).status).toBe(409);
    const last = await workspace.aMoment(id, { minutes: 9 });
    expect((await workspace.api.get('/time')).body.minutes).toBe(21);
    await workspace.api.post(`/changes/${last.changeId}/undo`);
    expect((await workspace.api.get('/time')).body.minutes).toBe(12);
  });

  test('everybody together only for who leads, and only from five people on', async () => {
    const workspace = await house().aWorkspace();
    const seller = await house().aMember(workspace, 'seller');
    const { id } = await workspace.anOpportunity();
    await workspace.aMoment(id, { minutes: 12 });
    expect((await seller.api.get('/time?of=workspace')).status).toBe(403);
    const few = await workspace.api.get('/time?of=workspace');
    expect(few.status).toBe(403);
    expect(few.body.detail).toMatch(/fewer than 5/);
    for (let i = 0; i < 3; i++) await house().aMember(workspace, 'seller');
    await seller.api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome: 'no_answer', minutes: 7 });
    expect((await workspace.api.get('/time?of=workspace')).body).toMatchObject({ of: 'workspace', minutes: 19 });
  });

  test('a period from its first day to its last; one that cannot be is refused, with its place', async () => {
    const { api } = await house().aWorkspace();
    const { body } = await api.get('/time?from=2026-10-01&to=2026-10-31');
    expect(body.weeks.map((week: { monday: string }) => week.monday)).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
    ]);
    for (const wrong of ['from=2026-02-30', 'from=2026-11-24&to=2026-11-01', 'from=2020-01-01']) {
      const { status, body: problem } = await api.get(`/time?${wrong}`);
      expect({ wrong, status, code: problem.code }).toEqual({ wrong, status: expect.any(Number), code: 'day_invalid' });
      expect(problem.at).toBe('from');
    }
  });
});
