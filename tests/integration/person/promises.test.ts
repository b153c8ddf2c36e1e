import { expect, test } from 'vitest';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/* Promises both ways, with a day (product.md, rows 2 and 7). */
const house = useHouse();

test('what I promised and what they promised, by the day on which it is due; kept, put off or gone', async () => {
  const { api, aPerson, anOpportunity } = await house().aWorkspace();
  const person = await aPerson();
  const one = await anOpportunity({ personId: person.id });
  const path = `/persons/${person.id}/promises`;
  const theirs = (await api.post(path, { by: 'them', text: ' tekening ', dueOn: '2026-12-05' })).body;
  const mine = (await api.post(path, { by: 'me', text: 'prijs', dueOn: '2026-11-30', opportunityId: one.id })).body;
  expect(theirs).toMatchObject({ by: 'them', text: 'tekening', state: 'open', opportunityId: null, version: 1 });
  expect((await api.get(path)).body.items.map(({ id }: { id: string }) => id)).toEqual([mine.id, theirs.id]);
  expect((await api.get(`/persons/${person.id}`)).body.promises).toHaveLength(2);

  const kept = (await api.patch(`/promises/${mine.id}`, { version: 1, state: 'kept' })).body;
  expect(kept).toMatchObject({ state: 'kept', version: 2 });
  expect((await api.patch(`/promises/${mine.id}`, { version: 1, state: 'open' })).body).toMatchObject({
    status: 409,
    code: 'version_conflict',
    facts: { version: 2 },
  });
  const later = (await api.patch(`/promises/${theirs.id}`, { version: 1, dueOn: '2027-01-05' })).body;
  expect(later).toMatchObject({ dueOn: '2027-01-05', text: 'tekening', state: 'open' });
  expect(later).toMatchObject({ moved: 1, settledOn: null });
  expect(kept).toMatchObject({ moved: 0, settledOn: '2026-11-24' });
  const gone = await api.delete(`/promises/${theirs.id}`);
  expect(gone.status).toBe(200);
  expect((await api.get(`/promises/${theirs.id}`)).status).toBe(404);
  expect((await api.get(path)).body.items.map(({ id }: { id: string }) => id)).toEqual([mine.id]);

  // Each step back, the last first; what was built upon stays.
  expect((await api.post(`/changes/${gone.body.changeId}/undo`)).status).toBe(200);
  const back = (await api.get(path)).body.items.find(({ id }: { id: string }) => id === theirs.id);
  expect(back).toMatchObject({ dueOn: '2027-01-05', moved: 1, text: 'tekening', state: 'open' });
  expect((await api.post(`/changes/${later.changeId}/undo`)).body).toMatchObject({ code: 'built_upon' });
  expect((await api.post(`/changes/${kept.changeId}/undo`)).status).toBe(200);
  expect((await api.get(path)).body.items.find(({ id }: { id: string }) => id === mine.id)).toMatchObject({
    state: 'open',
    settledOn: null,
  });
});

test('what they promised is asked about in the contact that is due; alone it stands on Today, after mine', async () => {
  const { api, aPerson, anOpportunity } = await house().aWorkspace();
  const one = await anOpportunity();
  const other = await aPerson();
  const due = '2026-11-24';
  await api.post(`/persons/${one.person?.id}/promises`, { by: 'them', text: 'tekening', dueOn: due });
  await api.post(`/persons/${other.id}/promises`, { by: 'them', text: 'adres', dueOn: due });
  await api.post(`/persons/${other.id}/promises`, { by: 'me', text: 'boek', dueOn: due });
  const { items, promises } = (await api.get('/today?minutes=60')).body;
  expect(items[0].askAbout).toMatchObject([{ text: 'tekening', by: 'them' }]);
  expect(promises.map((line: { promise: { text: string } }) => line.promise.text)).toEqual(['boek', 'adres']);
});

test('of somebody who wants no contact none stands on Today; on their page it stands, to be kept there', async () => {
  const { api, anOpportunity, aPerson } = await house().aWorkspace();
  const due = '2026-11-24';
  const persons = [(await anOpportunity()).person?.id, (await aPerson()).id];
  for (const id of persons)
    for (const by of ['me', 'them']) await api.post(`/persons/${id}/promises`, { by, text: `prijs ${by}`, dueOn: due });
  expect(JSON.stringify((await api.get('/today?minutes=60')).body)).toContain('prijs me');
  for (const id of persons) await api.post(`/persons/${id}/object`, {});
  const today = JSON.stringify((await api.get('/today?minutes=60')).body);
  for (const id of persons) expect(today).not.toContain(id);
  const { promises } = (await api.get(`/persons/${persons[1]}`)).body;
  expect(promises).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  expect((await api.patch(`/promises/${promises[0].id}`, { version: 1, state: 'kept' })).body.state).toBe('kept');
});

test('one that is due stands on Today, before what is only worth more', async () => {
  const { api, anOpportunity } = await house().aWorkspace();
  await anOpportunity({ value: 9_000_000 });
  const one = await anOpportunity({ value: 100, next: { on: '2027-02-01' } });
  await api.post(`/persons/${one.person?.id}/promises`, { by: 'me', text: 'prijs', dueOn: '2026-11-24' });
  const { items } = (await api.get('/today?minutes=60')).body;
  expect(JSON.stringify(items[0])).toContain(one.person?.id);
  expect(JSON.stringify(items[0])).toContain('prijs');
});

test.each([
  [{ by: 'me', text: 'prijs', dueOn: '2026-02-31' }, 422, 'day_invalid', 'dueOn'],
  [{ by: 'me', text: '  ', dueOn: '2026-12-01' }, 400, 'invalid_request', 'text'],
  [{ by: 'us', text: 'prijs', dueOn: '2026-12-01' }, 400, 'invalid_request', 'by'],
  [{ by: 'me', text: 'prijs' }, 400, 'invalid_request', 'dueOn'],
])('%j is refused by name, and nothing is written', async (body, status, code, at) => {
  const { api, aPerson } = await house().aWorkspace();
  const person = await aPerson();
  const before = await snapshotOf(house().clone);
  expect((await api.post(`/persons/${person.id}/promises`, body)).body).toMatchObject({ status, code, at });
  expect(await snapshotOf(house().clone)).toEqual(before);
});

test('of another person’s opportunity is refused', async () => {
  const { api, aPerson, anOpportunity } = await house().aWorkspace();
  const one = await anOpportunity();
  const answer = await api.post(`/persons/${(await aPerson()).id}/promises`, {
    by: 'me',
    text: 'prijs',
    dueOn: '2026-12-01',
    opportunityId: one.id,
  });
  expect(answer.body).toMatchObject({ status: 404, at: 'opportunityId' });
});
