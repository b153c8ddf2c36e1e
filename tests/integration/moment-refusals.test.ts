import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { differencesIn } from '#tests/support/counter-check';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/* What can go wrong when a moment is logged (definitions 1, 2, 15): told by place, and nothing is written. Today is 24-11-2026. */
const house = useHouse();
const log = { channel: 'call', outcome: 'spoke' };

test('two tabs that log the same moment: the second is told what there is now', async () => {
  const { api, anOpportunity, context } = await house().aWorkspace();
  const { id } = await anOpportunity({ held: 2 });
  const path = `/opportunities/${id}/moments`;
  const asked = { ...log, expectedHeld: 2 };
  const answers = await Promise.all([api.post(path, asked), api.post(path, asked)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'held_conflict', facts: { opportunity: { id, held: 3 } } });
  expect((await api.get(`/opportunities/${id}`)).body.held).toBe(3);
  expect(await differencesIn(context)).toEqual([]);
});

test('a phone that sends the same moment again counts once', async () => {
  const { api, anOpportunity } = await house().aWorkspace();
  const { id } = await anOpportunity();
  const asked = { ...log, clientId: v7() };
  const [one, two] = [
    await api.post(`/opportunities/${id}/moments`, asked),
    await api.post(`/opportunities/${id}/moments`, asked),
  ];
  expect(two.body.moment).toEqual(one.body.moment);
  expect((await api.get(`/opportunities/${id}`)).body.held).toBe(1);
});

describe('refused by name, and nothing is written', () => {
  test.each([
    ['in the future', { ...log, happenedOn: '2026-11-25' }, 422, 'future_moment'],
    ['on a day that does not exist', { ...log, happenedOn: '2026-02-31' }, 422, 'day_invalid'],
    ['before the opportunity began, unless confirmed', { ...log, happenedOn: '2026-11-01' }, 422, 'before_creation'],
    ['"not now" without a day', { ...log, outcome: 'not_now' }, 422, 'until_missing'],
    ['with a next moment in the past', { ...log, next: { on: '2026-11-01' } }, 422, 'next_in_past'],
    ['of minutes that are no number', { ...log, minutes: '12' }, 400, 'invalid_request'],
    ['with an outcome that does not exist', { ...log, outcome: 'happy' }, 400, 'invalid_request'],
  ])('%s', async (_, body, status, code) => {
    const { api, anOpportunity } = await house().aWorkspace();
    const { id } = await anOpportunity();
    const before = await snapshotOf(house().clone);
    const answer = await api.post(`/opportunities/${id}/moments`, body);
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.body.detail).not.toBe('');
    expect(await snapshotOf(house().clone)).toEqual(before);
  });

  test('on one that is not open', async () => {
    const { api, anOpportunity, aMoment } = await house().aWorkspace();
    const { id } = await anOpportunity();
    await aMoment(id, { outcome: 'declined' });
    expect((await api.post(`/opportunities/${id}/moments`, log)).body).toMatchObject({
      status: 409,
      code: 'opportunity_not_open',
      facts: { opportunity: { id, state: 'stopped' } },
    });
  });
});

test('one before the last is inserted at its day, and the later ones are numbered anew', async () => {
  const { api, anOpportunity, aMoment, context } = await house().aWorkspace();
  const { id } = await anOpportunity({ createdOn: '2026-11-02' });
  const last = await aMoment(id, { outcome: 'spoke', happenedOn: '2026-11-20' });
  const earlier = (await api.post(`/opportunities/${id}/moments`, { ...log, happenedOn: '2026-11-10' })).body;
  expect(earlier).toMatchObject({ moment: { number: 1 }, renumbered: 1, opportunity: { held: 2 } });
  const { timeline } = (await api.get(`/persons/${earlier.opportunity.person.id}`)).body;
  const numbers = timeline.flatMap((entry: { moment?: { id: string; number: number } }) =>
    entry.moment ? [[entry.moment.id, entry.moment.number]] : [],
  );
  expect(numbers).toEqual([
    [last.moment.id, 2],
    [earlier.moment.id, 1],
  ]);
  expect(await differencesIn(context)).toEqual([]);
});
