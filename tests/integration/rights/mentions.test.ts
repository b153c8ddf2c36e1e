import { expect, test } from 'vitest';
import { eraseDue } from '#usecases/rights/erase-due';
import type { Body } from '#tests/support/client';
import { differencesIn } from '#tests/support/counter-check';
import { everywhereInText } from '#tests/support/everywhere-in-text';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const name = 'Wilhelmina Quastenbrink';
const phone = '+31687654321';
const traces = ['quastenbrink', '87654321', 'quast@example.com'];

test('where somebody is named in texts about others is shown, and taken out at their erasure', async () => {
  const workspace = await house().aWorkspace();
  const { api, aPerson, anOpportunity, aMoment, context } = workspace;
  const gone = await aPerson({ name, email: 'quast@example.com', phone, goodToKnow: `${name} zelf` });
  const other = await anOpportunity({ source: `via ${name}`, keen: `wat ${name} ook heeft` });
  // A first name is nobody's alone.
  await aMoment(other.id, { note: 'Wilhelmina belde' });
  const { moment } = await aMoment(other.id, {
    outcome: 'spoke',
    note: 'Kent wilhelmina  QUASTENBRINK, bel 06 8765 4321 eens.',
  });
  const personId = other.person?.id ?? '';
  await api.post(`/persons/${personId}/promises`, { by: 'me', text: `foto van ${name}`, dueOn: '2026-12-01' });
  await api.patch(`/persons/${personId}`, {
    version: (await api.get(`/persons/${personId}`)).body.person.version,
    family: 'zus quast@example.com',
  });
  await api.post('/days-off', { fromOn: '2026-12-24', untilOn: '2026-12-31', note: `weg met ${name}` });

  const path = `/persons/${gone.id}/mentions`;
  const { body } = await api.get(path);
  const where = (items: Body[]) => items.map(({ table, field }) => `${table}.${field}`).toSorted();
  expect(where(body.items)).toEqual([
    'day_off.note',
    'moment.note',
    'opportunity.keen',
    'person.family',
    'promise.text',
    'source.source',
  ]);
  expect(body.count).toBe(6);
  expect(body.items.find(({ table }: Body) => table === 'moment')).toMatchObject({
    id: moment.id,
    personId,
    name: other.person?.name,
    before: 'Kent ',
    named: 'wilhelmina  QUASTENBRINK',
    after: ', bel 06 8765 4321 eens.',
    byHand: false,
  });
  const manager = await house().aMember(workspace, 'manager');
  expect((await manager.api.get(path)).status).toBe(403);
  // Before an erasure nothing is taken out of anybody's texts.
  expect((await api.post(`${path}/clear`, {})).body.code).toBe('erasure_not_asked');
  await api.post(`/persons/${gone.id}/erase`, {});
  // One at a time too.
  const places = [{ table: 'person', field: 'family', id: personId }];
  expect((await api.post(`${path}/clear`, { places })).body).toEqual({ cleared: 1, left: 5 });
  // Not there any more, and one that is counted by: both refused.
  expect((await api.post(`${path}/clear`, { places })).status).toBe(404);
  const source = [{ table: 'source', field: 'source', id: other.id }];
  expect((await api.post(`${path}/clear`, { places: source })).status).toBe(404);
  expect((await api.post(`${path}/clear`, {})).body).toEqual({ cleared: 4, left: 1 });
  expect((await api.post(`${path}/clear`, {})).body).toEqual({ cleared: 0, left: 1 });

  const page = (await api.get(`/persons/${personId}`)).body;
  expect(page.person.family).toBe('zus …');
  expect(page.opportunities[0]).toMatchObject({ keen: 'wat … ook heeft', last: { note: 'Kent …, bel … eens.' } });
  const timeline = (await api.get(`/persons/${personId}/timeline`)).text;
  expect(timeline).toContain('Kent …, bel … eens.');
  // Found by what it says now.
  expect((await api.get('/search?q=quastenbrink')).text).not.toContain(moment.id);
  const log = (await api.get(`/persons/${gone.id}/rights`)).body.log.map(({ kind, reason }: Body) => [kind, reason]);
  expect(log.filter(([kind]: string[]) => kind === 'mentions_cleared')).toEqual([
    ['mentions_cleared', null],
    ['mentions_cleared', null],
  ]);
  expect(await differencesIn(context)).toEqual([]);

  house().setNow('2026-12-26T12:00:00Z');
  await eraseDue({ databases: house().databases, now: house().now, newId: house().identity.newId }, workspace.id);
  // The source is by hand: figures are counted by it.
  const left = await everywhereInText(house().clone, traces);
  expect(left.filter((one) => !one.includes('source'))).toEqual([]);
});
