import { describe, expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import type { Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
// Monday 7 to Friday 11 December; the house stands at Tuesday 24 November.
const away = { fromOn: '2026-12-07', untilOn: '2026-12-11' };

let count = 0;
async function planned({ api, anOpportunity }: Workspace, on: string, at?: string): Promise<string> {
  count += 1;
  const person = { name: `Iemand ${count}`, phone: `+3161${String(1_000_000 + count)}`, email: `i${count}@example.nl` };
  const { id } = await anOpportunity({ person, value: 100_000 * count });
  const { status, text } = await api.post(`/opportunities/${id}/plan`, { on, channel: 'call', ...(at && { at }) });
  expect(status, text).toBe(200);
  return id;
}
const nextOf = async ({ api }: Workspace, id: string) => {
  const { body } = await api.get(`/opportunities/${id}`);
  return {
    on: body.nextMoment.on,
    at: body.nextMoment.at,
    assignee: body.assignee.id,
  };
};

describe('an absence', () => {
  test('is looked at before it is planned: what lies in it, and where that would go', async () => {
    const workspace = await house().aWorkspace();
    await planned(workspace, '2026-12-07');
    await planned(workspace, '2026-12-09');
    await planned(workspace, '2026-12-14');
    await planned(workspace, '2026-12-08', '2026-12-08T10:00:00Z');
    const { body } = await workspace.api.post('/absences/preview', away);
    expect(body).toEqual({ moments: 2, minutes: 20, appointments: 1, over: [{ on: '2026-12-14', count: 2 }] });
    expect((await workspace.api.get('/days-off')).body.items).toEqual([]);
  });

  test('moves what is planned in it to the working days after, the most worth first, and is taken back as a whole', async () => {
    const workspace = await house().aWorkspace();
    await workspace.api.patch('/me', { version: 1, minutesADay: 20 });
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await planned(workspace, '2026-12-08'));
    const meeting = await planned(workspace, '2026-12-08', '2026-12-08T10:00:00Z');
    const outside = await planned(workspace, '2026-12-04');
    const done = await workspace.api.post('/absences', { ...away, note: 'ski', moments: 'move' });
    expect(done.body).toMatchObject({
      changed: 5,
      over: [
        { on: '2026-12-14', count: 2 },
        { on: '2026-12-15', count: 2 },
        { on: '2026-12-16', count: 1 },
      ],
    });
    expect((await nextOf(workspace, ids[4] ?? '')).on).toBe('2026-12-14');
    expect((await nextOf(workspace, ids[0] ?? '')).on).toBe('2026-12-16');
    expect((await nextOf(workspace, meeting)).at).toBe('2026-12-08T10:00:00.000Z');
    expect((await nextOf(workspace, outside)).on).toBe('2026-12-04');
    expect((await workspace.api.get('/days-off')).body.items).toMatchObject([{ ...away, note: 'ski' }]);
    expect(await differencesIn(workspace.context)).toEqual([]);
    expect((await workspace.api.post(`/changes/${done.body.changeId}/undo`)).status).toBe(200);
    for (const id of ids) expect((await nextOf(workspace, id)).on).toBe('2026-12-08');
    expect((await workspace.api.get('/days-off')).body.items).toEqual([]);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('hands it to a colleague on the same day, and back', async () => {
    const workspace = await house().aWorkspace();
    const colleague = await house().aMember(workspace, 'seller');
    const id = await planned(workspace, '2026-12-08');
    const wish = { ...away, moments: 'hand_over', assigneeId: colleague.memberId };
    const done = await workspace.api.post('/absences', wish);
    expect(done.body).toMatchObject({ changed: 1, over: [] });
    expect(await nextOf(workspace, id)).toMatchObject({ on: '2026-12-08', assignee: colleague.memberId });
    expect(await differencesIn(workspace.context)).toEqual([]);
    await workspace.api.post(`/changes/${done.body.changeId}/undo`);
    expect(await nextOf(workspace, id)).toMatchObject({ on: '2026-12-08', assignee: workspace.memberId });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('may leave all as it is; what cannot be is refused and changes nothing', async () => {
    const workspace = await house().aWorkspace();
    const viewer = await house().aMember(workspace, 'viewer');
    const id = await planned(workspace, '2026-12-08');
    for (const [wish, status] of [
      [{ ...away, moments: 'hand_over' }, 400],
      [{ ...away, moments: 'move', assigneeId: viewer.memberId }, 400],
      [{ ...away, moments: 'hand_over', assigneeId: viewer.memberId }, 422],
      [{ ...away, moments: 'hand_over', assigneeId: workspace.memberId }, 422],
      [{ fromOn: '2026-12-11', untilOn: '2026-12-07', moments: 'move' }, 422],
      [{ fromOn: '2026-02-30', untilOn: '2026-12-07', moments: 'move' }, 422],
    ] as const)
      expect((await workspace.api.post('/absences', wish)).status).toBe(status);
    expect((await workspace.api.get('/days-off')).body.items).toEqual([]);
    const done = await workspace.api.post('/absences', { ...away, moments: 'leave' });
    expect(done.body).toMatchObject({ changed: 0, over: [] });
    expect((await nextOf(workspace, id)).on).toBe('2026-12-08');
    await workspace.api.post(`/changes/${done.body.changeId}/undo`);
    expect((await workspace.api.get('/days-off')).body.items).toEqual([]);
  });

  test('is told on Today while it lasts, and a week before', async () => {
    const workspace = await house().aWorkspace();
    const told = async () => (await workspace.api.get('/today')).body.away;
    await workspace.api.post('/absences', { ...away, moments: 'leave' });
    expect(await told()).toBeNull();
    house().setNow('2026-11-30T09:00:00Z');
    expect(await told()).toEqual(away);
    house().setNow('2026-12-11T22:30:00Z');
    expect(await told()).toEqual(away);
    // Half past midnight in Amsterdam.
    house().setNow('2026-12-11T23:30:00Z');
    expect(await told()).toBeNull();
    house().setNow('2026-11-24T09:00:00Z');
  });
});

describe('days that never suit', () => {
  test('no plan falls on one, and Today passes over what older steps put there', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const opportunity = await workspace.anOpportunity();
    const person = (await api.get(`/persons/${opportunity.person?.id}`)).body.person;
    // Today is a Tuesday.
    const kept = await api.patch(`/persons/${person.id}`, { version: person.version, neverDays: [2, 1] });
    expect(kept.body.neverDays).toEqual([1, 2]);
    const shown = async () => (await api.get('/today')).body.items.length;
    expect(await shown()).toBe(0);
    house().setNow('2026-11-25T09:00:00Z');
    expect(await shown()).toBe(1);
    // Contact 1 on Wednesday; the next is two days later, a Friday; four after that is Tuesday, so Wednesday.
    const first = await workspace.aMoment(opportunity.id, { outcome: 'spoke' });
    expect(first.opportunity.nextMoment.on).toBe('2026-11-27');
    house().setNow('2026-11-27T09:00:00Z');
    const second = await workspace.aMoment(opportunity.id, { outcome: 'spoke' });
    expect(second.opportunity.nextMoment.on).toBe('2026-12-02');
    house().setNow('2026-11-24T09:00:00Z');
    for (const neverDays of [[0], [8], [1, 1], [1, 2, 3, 4, 5, 6, 7]])
      expect((await api.patch(`/persons/${person.id}`, { version: kept.body.version, neverDays })).status).toBe(400);
    expect((await api.post(`/persons/${person.id}/undo`)).status).toBe(200);
    expect((await api.get(`/persons/${person.id}`)).body.person.neverDays).toEqual([]);
  });

  test('a list that brings a new opportunity for somebody plans around them; a day that the list names is kept', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const email = 'fien@example.nl';
    const known = (await workspace.anOpportunity({ person: { name: 'Fien Kuipers', email } })).person?.id;
    const { person } = (await api.get(`/persons/${known}`)).body;
    // Today is a Tuesday.
    await api.patch(`/persons/${known}`, { version: person.version, neverDays: [2, 3] });
    const list = [
      'naam;e-mail;titel;volgend contact',
      `Fien Kuipers;${email};de kas;`,
      `Fien Kuipers;${email};de serre;01-12-2026`,
      'Guus Visser;guus@example.nl;het hek;',
    ];
    await brought(api, 'lijst.csv', list.join('\r\n'));
    const { items } = (await api.get('/opportunities?limit=50')).body;
    const on = (title: string) =>
      items.find((one: { title: string; nextMoment: { on: string } }) => one.title === title)?.nextMoment.on;
    expect({ kas: on('de kas'), serre: on('de serre'), hek: on('het hek') }).toEqual({
      kas: '2026-11-26',
      serre: '2026-12-01',
      hek: '2026-11-24',
    });
  });

  test('who waits is on Today all the same', async () => {
    const workspace = await house().aWorkspace();
    const opportunity = await workspace.anOpportunity();
    const { person } = (await workspace.api.get(`/persons/${opportunity.person?.id}`)).body;
    await workspace.api.patch(`/persons/${person.id}`, { version: person.version, neverDays: [2] });
    await workspace.api.post(`/opportunities/${opportunity.id}/inbound`, { channel: 'call' });
    expect((await workspace.api.get('/today')).body.items).toHaveLength(1);
  });
});

describe('the best hour of a person', () => {
  test('is told from six calls on, with the counts, by the clock of the member', async () => {
    const workspace = await house().aWorkspace();
    const { id, person } = await workspace.anOpportunity();
    const hours = async () => (await workspace.api.get(`/persons/${person?.id}/hours`)).body;
    const call = async (at: string, outcome: 'spoke' | 'no_answer') => {
      house().setNow(at);
      await workspace.aMoment(id, { channel: 'call', outcome });
    };
    expect(await hours()).toEqual({ best: null });
    for (const day of ['25', '26', '27']) await call(`2026-11-${day}T08:10:00Z`, 'no_answer');
    for (const day of ['25', '26', '27']) await call(`2026-11-${day}T15:40:00Z`, 'spoke');
    expect(await hours()).toMatchObject({ best: { hour: 16, tried: 3, reached: 3, of: 6, by: 'person' } });
    await workspace.api.patch('/me', { version: 1, timeZone: 'Asia/Tokyo' });
    // In Tokyo it was past midnight for the calls of the evening, on another day than they were noted for.
    expect((await hours()).best).toBeNull();
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('of somebody hardly called is that of all, when those are enough', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity();
    house().setNow('2026-11-24T13:20:00Z');
    for (let i = 0; i < 40; i += 1)
      await workspace.aMoment(id, { channel: 'call', outcome: i % 2 ? 'spoke' : 'no_answer' });
    const other = await workspace.aPerson({ name: 'Nieuw Iemand', email: 'nieuw@example.nl' });
    const { body } = await workspace.api.get(`/persons/${other.id}/hours`);
    expect(body).toMatchObject({ best: { hour: 14, tried: 40, reached: 20, of: 40, by: 'workspace' } });
    house().setNow('2026-11-24T09:00:00Z');
  });
});
