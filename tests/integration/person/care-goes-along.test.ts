import { expect, test } from 'vitest';
import type { Body } from '#tests/support/client';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* Care that goes along: with a tag, with another assignee. The clock stands at Tuesday 24 November 2026. */
const house = useHouse();

const careOf = async (api: { get(path: string): Promise<{ body: Body }> }, name: string): Promise<Body> =>
  (await api.get('/today?minutes=240')).body.care.filter((one: Body) => one.person.name === name);

test('a new rhythm of a tag is taken back, for everybody whom nothing happened to since', async () => {
  const { api, aPerson, anOpportunity, aMoment, context } = await house().aWorkspace();
  const [untouched, spoken] = [await aPerson({ phone: '+31611111111' }), await anOpportunity()];
  const ids = [untouched.id, spoken.person?.id ?? ''];
  const tag = (await api.post('/tags', { name: 'Klant', everyWeeks: 13 })).body;
  const care = async (id: string) => {
    const { careEveryWeeks, careFrom, careOn, careChannel } = (await api.get(`/persons/${id}`)).body.person;
    return [careEveryWeeks, careFrom, careOn, careChannel];
  };
  for (const id of ids) {
    const { version } = (await api.get(`/persons/${id}`)).body.person;
    await api.put(`/persons/${id}/tags`, { version, tagIds: [tag.id] });
  }
  // Moved by hand: what the rhythm would not give back.
  const { version } = (await api.get(`/persons/${untouched.id}`)).body.person;
  await api.patch(`/persons/${untouched.id}`, { version, careOn: '2027-02-03', careChannel: 'visit' });
  const before = await care(untouched.id);
  const changed = (await api.patch(`/tags/${tag.id}`, { version: 1, everyWeeks: 4, name: 'Vaste klant' })).body;
  expect(changed).toMatchObject({ name: 'Vaste klant', everyWeeks: 4, version: 2 });
  await aMoment(spoken.id, { outcome: 'spoke' });
  expect((await api.post(`/changes/${changed.changeId}/undo`)).status).toBe(200);
  expect((await api.get('/tags')).body.items).toMatchObject([{ name: 'Klant', everyWeeks: 13, version: 3 }]);
  expect(await care(untouched.id)).toEqual(before);
  expect((await care(ids[1] ?? '')).slice(0, 2)).toEqual([13, 'tag']);
  expect(await differencesIn(context)).toEqual([]);
  // Once more, and a newer change in between: refused, and nothing changed.
  expect((await api.post(`/changes/${changed.changeId}/undo`)).body.code).toBe('nothing_to_undo');
  const second = (await api.patch(`/tags/${tag.id}`, { version: 3, everyWeeks: null })).body;
  await api.patch(`/tags/${tag.id}`, { version: 4, everyWeeks: 26 });
  expect((await api.post(`/changes/${second.changeId}/undo`)).body.code).toBe('built_upon');
  expect((await api.get('/tags')).body.items).toMatchObject([{ everyWeeks: 26 }]);
});

test('days to remember go along with a hand-over, by one and by many, and come back with its undo', async () => {
  const workspace = await house().aWorkspace();
  const { api, anOpportunity, context } = workspace;
  const daan = await house().aMember(workspace, 'seller', 'Daan');
  const eva = await house().aMember(workspace, 'seller', 'Eva');
  const one = await anOpportunity();
  const path = `/persons/${one.person?.id}`;
  const add = (name: string, more = {}) => api.post(`${path}/days`, { kind: 'own', name, month: 11, day: 24, ...more });
  await add('opening');
  // What somebody else took on stays theirs.
  await add('jubileum', { memberId: eva.memberId });
  const whose = async () =>
    (await api.get(`${path}/relationship`)).body.days.map((day: Body) => [day.name, day.member.name]).toSorted();
  const before = await whose();
  expect(before.map(([name]: string[]) => name)).toEqual(['jubileum', 'opening']);
  await api.post(`/opportunities/${one.id}/hand-over`, { assigneeId: daan.memberId });
  expect(await whose()).toEqual([
    ['jubileum', 'Eva'],
    ['opening', 'Daan'],
  ]);
  expect(await careOf(daan.api, one.person?.name ?? '')).toHaveLength(1);
  expect(await careOf(api, one.person?.name ?? '')).toEqual([]);
  expect((await api.post(`/opportunities/${one.id}/undo`)).status).toBe(200);
  expect(await whose()).toEqual(before);

  const act = { kind: 'assign', assigneeId: daan.memberId };
  const run = (await api.post('/bulk', { act, opportunityIds: [one.id] })).body;
  expect((await api.post(`/bulk/${run.id}/next`, { position: 0 })).body.done).toBe(1);
  expect(await whose()).toContainEqual(['opening', 'Daan']);
  expect((await api.post(`/changes/${run.id}/undo`)).status).toBe(200);
  expect(await whose()).toEqual(before);
  expect(await differencesIn(context)).toEqual([]);
});
