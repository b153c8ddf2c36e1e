import { expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* One person with very much: texts, moments, opportunities. The clock stands at Tuesday 24 November 2026. */
const house = useHouse();

const long = 'Zeer '.repeat(20_000).trim();
const refusal = (body: { status: number; code: string; at: string }) => [body.status, body.code, body.at];

test('a text of a hundred thousand signs is kept whole where there is room for one; elsewhere it is refused by its place', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  const made = await anOpportunity();
  const path = `/persons/${made.person?.id}`;
  expect(long.length).toBe(99_999);
  const { moment, opportunity } = await aMoment(made.id, { outcome: 'spoke', note: long });
  expect(moment.note).toBe(long);
  // On a card its beginning stands; the whole is in the history.
  expect(opportunity.lastWords).toHaveLength(1002);
  expect((await api.get(path)).body.timeline[0].moment.note).toBe(long);
  const keen = await api.patch(`/opportunities/${made.id}`, { version: opportunity.version, keen: long });
  expect(keen.body.opportunity.keen).toBe(long);
  const today = await api.get('/today?minutes=240');
  expect(today.status).toBe(200);
  const { version } = (await api.get(path)).body.person;
  const promise = { by: 'me', text: long, dueOn: '2026-12-01' };
  const title = { title: long, personId: made.person?.id };
  const note = { channel: 'call', outcome: 'spoke', note: `${long}xx` };
  for (const [answer, at] of [
    [await api.post(`${path}/promises`, promise), 'text'],
    [await api.post('/opportunities', title), 'title'],
    [await api.patch(path, { version, name: long }), 'name'],
    [await api.patch(path, { version, howMet: long }), 'howMet'],
    [await api.post(`/opportunities/${made.id}/moments`, note), 'note'],
    [await api.post('/organisations', { name: long }), 'name'],
    [await api.post('/tags', { name: long }), 'name'],
  ] as const)
    expect(refusal(answer.body)).toEqual([400, 'invalid_request', at]);
});

test.each(['X', 'W'.repeat(200), '李', "d'"])('somebody may be called %s', async (name) => {
  const { api, anOpportunity } = await house().aWorkspace();
  const made = await anOpportunity({ person: { name, phone: '+31612345678' } });
  expect(made.person?.name).toBe(name);
  const found = await api.get(`/persons?q=${encodeURIComponent(name)}`);
  expect(found.status).toBe(200);
  expect((await api.get('/today?minutes=60')).body.items[0]?.opportunity.person.name).toBe(name);
});

test('every moment is in the history once, page by page, also those that one file brought at one instant', async () => {
  const { api, anOpportunity, aMoment } = await house().aWorkspace();
  const made = await anOpportunity({ person: { name: 'Noor Veel', email: 'noor@example.com' } });
  await aMoment(made.id, { outcome: 'spoke' });
  const days = Array.from({ length: 150 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 9, 1) - Math.trunc(i / 3) * 86_400_000).toISOString().slice(0, 10);
    return `Noor Veel;noor@example.com;${day};call;no answer;regel ${i}`;
  });
  const file = ['name;email;happenedOn;channel;outcome;note', ...days].join('\r\n');
  const { committed } = await brought(api, 'momenten.csv', file);
  expect(committed.counts).toMatchObject({ moments: 150 });
  const { timeline, timelineCursor } = (await api.get(`/persons/${made.person?.id}`)).body;
  const notes: string[] = [];
  const take = (items: { kind: string; on: string; moment?: { id: string; note: string | null } }[]) =>
    notes.push(...items.flatMap((one) => (one.moment?.note?.startsWith('regel') ? [one.moment.note] : [])));
  take(timeline);
  let cursor = timelineCursor;
  for (let pages = 0; cursor !== null && pages < 20; pages += 1) {
    const { body } = await api.get(`/persons/${made.person?.id}/timeline?cursor=${cursor}`);
    take(body.items);
    cursor = body.nextCursor;
  }
  expect(new Set(notes).size).toBe(150);
  expect(notes).toHaveLength(150);
  for (const wrong of ['x', '2026-11-24T00:00:00.000Z', '2026-13-45_01980000-0000-7000-8000-000000000001'])
    expect(refusal((await api.get(`/persons/${made.person?.id}/timeline?cursor=${wrong}`)).body)).toEqual([
      400,
      'invalid_request',
      'cursor',
    ]);
});

test('five hundred open opportunities: all on the page, once on Today, and merging takes them along and back', async () => {
  const { api, aPerson, anOpportunity, context } = await house().aWorkspace();
  const rows = Array.from(
    { length: 500 },
    (_, i) => `Noor Veel;noor@example.com;+31612345678;Kans ${i};${1000 + i};open`,
  );
  const file = ['name;email;phone;title;value;state', ...rows].join('\r\n');
  const { committed } = await brought(api, 'kansen.csv', file, { basis: 'conversation' });
  expect(committed.counts).toMatchObject({ persons: 1, created: 500 });
  const [{ id }] = (await api.get('/persons?q=noor')).body.items;
  expect((await api.get(`/persons/${id}`)).body.opportunities).toHaveLength(500);
  const today = (await api.get('/today?minutes=240')).body;
  const shown = [...today.items, ...today.rest].filter((one) => one.opportunity.person.id === id);
  expect(shown.length).toBeLessThanOrEqual(1);
  const other = await aPerson();
  await anOpportunity({ personId: other.id });
  const merged = await api.post(`/persons/${other.id}/merge`, { otherId: id });
  expect(merged.status).toBe(200);
  expect((await api.get(`/persons/${other.id}`)).body.opportunities).toHaveLength(501);
  expect((await api.post(`/changes/${merged.body.changeId}/undo`)).status).toBe(200);
  expect((await api.get(`/persons/${id}`)).body.opportunities).toHaveLength(500);
  expect(await differencesIn(context)).toEqual([]);
});
