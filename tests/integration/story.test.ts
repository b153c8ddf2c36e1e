import { describe, expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { useHouse } from '#tests/support/use-house';
import { verbsOf } from '#tests/support/verbs';

const house = useHouse();

describe('stories (product.md, row 9)', () => {
  test('a sale tells its number, its days and the longest pause; undoing it takes the story back', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const { id } = await anOpportunity({ value: 500_000, createdOn: '2026-09-01' });
    await aMoment(id, { outcome: 'no_answer', happenedOn: '2026-09-02' });
    await aMoment(id, { outcome: 'spoke', happenedOn: '2026-10-20' });
    await aMoment(id, { outcome: 'no_answer', happenedOn: '2026-11-01' });
    const { changeId } = await aMoment(id, { outcome: 'bought', minutes: 30 });

    const { status, body } = await api.get('/stories');
    expect(status).toBe(200);
    expect(body).toMatchObject({ sales: 1, numbered: 1, usual: 4, afterThird: 1, nextCursor: null });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      opportunity: { id, endedOn: '2026-11-24', value: 500_000 },
      number: 4,
      days: 84,
      pause: { days: 48, after: 1 },
      revived: 0,
    });
    expect(body.items[0].moments.map((moment: { number: number; on: string }) => [moment.number, moment.on])).toEqual([
      [1, '2026-09-02'],
      [2, '2026-10-20'],
      [3, '2026-11-01'],
      [4, '2026-11-24'],
    ]);

    await api.post(`/changes/${changeId}/undo`);
    expect((await api.get('/stories')).body).toMatchObject({ sales: 0, usual: null, items: [] });
  });

  test('pages hold every sale once, the newest first; a cursor that is not ours is refused', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const days = ['2026-11-03', '2026-11-20', '2026-11-20', '2026-11-01', '2026-11-24'];
    for (const happenedOn of days) {
      const { id } = await anOpportunity({ createdOn: '2026-10-01' });
      await aMoment(id, { outcome: 'bought', happenedOn });
    }
    const seen: string[] = [];
    const ids = new Set<string>();
    let cursor: string | null = null;
    do {
      const { body } = await api.get(`/stories?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      for (const { opportunity } of body.items) {
        seen.push(opportunity.endedOn);
        ids.add(opportunity.id);
      }
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(days.toSorted().toReversed());
    expect(ids.size).toBe(5);
    for (const wrong of ['x', Buffer.from('["2026-13-45","1"]').toString('base64url')]) {
      const refused = await api.get(`/stories?cursor=${wrong}`);
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request']);
    }
  });

  test('a sale stays with who sold it, and a colleague’s are not told unless they share', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller');
    const { anOpportunity, aMoment } = verbsOf(colleague.api);
    const { id } = await anOpportunity();
    await aMoment(id, { outcome: 'bought' });
    expect((await workspace.api.get('/stories')).body.items).toEqual([]);
    expect((await colleague.api.get('/stories')).body.items).toHaveLength(1);
    const asked = `/stories?memberId=${colleague.memberId}`;
    expect((await workspace.api.get(asked)).status).toBe(404);
    expect((await colleague.api.get(`/stories?memberId=${workspace.memberId}`)).status).toBe(403);
    const { body: me } = await colleague.api.get('/me');
    await colleague.api.patch('/me', { version: me.member.version, shareMirror: true });
    expect((await workspace.api.get(asked)).body.items).toHaveLength(1);
  });

  test('a week runs from Monday to Sunday, with what was done in it and what was sold', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const sold = await anOpportunity({ value: 120_000, createdOn: '2026-11-01' });
    await aMoment(sold.id, { outcome: 'appointment', happenedOn: '2026-11-15', minutes: 10 });
    await aMoment(sold.id, { outcome: 'spoke', happenedOn: '2026-11-16', minutes: 20 });
    await aMoment(sold.id, { outcome: 'bought', happenedOn: '2026-11-22', minutes: 30 });
    const { status, body } = await api.get('/stories/week?on=2026-11-18');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
      moments: 2,
      conversations: 2,
      appointments: 0,
      firstContacts: 0,
      care: 0,
      minutes: 50,
      sales: 1,
      value: 120_000,
      withoutValue: 0,
    });
    expect(body.stories.map((story: { number: number }) => story.number)).toEqual([3]);
    expect((await api.get('/stories/week?on=2026-11-15')).body).toMatchObject({
      appointments: 1,
      firstContacts: 1,
      sales: 0,
    });
    expect((await api.get('/stories/week')).body).toMatchObject({ from: '2026-11-23', moments: 0, stories: [] });
    expect((await api.get('/stories/week?on=2026-11-31')).status).toBe(422);
    // The same of a month, from its first day to its last.
    expect((await api.get('/stories/week?of=month')).body).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
      moments: 3,
      appointments: 1,
      sales: 1,
      value: 120_000,
    });
    expect((await api.get('/stories/week?of=month&on=2026-12-31')).body).toMatchObject({
      from: '2026-12-01',
      to: '2026-12-31',
      moments: 0,
      sales: 0,
    });
    expect((await api.get('/stories/week?of=year')).status).toBe(400);
  });

  test('a sale from a list that says no number has none, and comes last when it has no day', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const csv = 'naam;gewonnen;bedrag\nJan Bakker;ja;1000\n';
    await brought(api, 'lijst.csv', csv);
    const { id } = await anOpportunity();
    await aMoment(id, { outcome: 'bought' });
    const { body } = await api.get('/stories');
    expect(
      body.items.map((story: { number: number | null; days: number | null }) => [story.number, story.days]),
    ).toEqual([
      [1, 0],
      [null, null],
    ]);
    expect(body).toMatchObject({ sales: 2, numbered: 1, usual: 1 });
  });
});
