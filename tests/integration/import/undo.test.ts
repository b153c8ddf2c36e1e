import { expect, test } from 'vitest';
import type { Import } from '#contract/import';
import type { Opportunity } from '#contract/opportunity';
import { brought } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { startOfTests } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/* Definition 16: an import can be taken back for 7 days; rows used since are kept and listed. */
const house = useHouse();
const later = (days: number) => new Date(new Date(startOfTests).getTime() + days * 86_400_000);
const list = [
  'id;naam;e-mail;organisatie;status;waarde;aantal contacten',
  '1;Anna Bakker;anna@example.com;Bakkerij;open;100;2',
  '2;Bram Smit;bram@example.com;Bakkerij;open;200;3',
  '3;Carla Vos;carla@example.com;Winkel;gewonnen;300;4',
  '4;Dirk Mol;;;verloren;0;1',
  '',
].join('\n');

async function withList(text = list) {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const { committed } = await brought(workspace.api, 'lijst.csv', text);
  const { items } = (await workspace.api.get('/opportunities?sort=name')).body;
  // By last name: Anna Bakker, Dirk Mol, Bram Smit, Carla Vos.
  const [anna, dirk, bram, carla]: Opportunity[] = items;
  return { workspace, api: workspace.api, committed, items: [anna, bram, carla, dirk] };
}

test('what nobody used goes whole: opportunities, people, organisations and what they counted', async () => {
  const { workspace, api, committed } = await withList();
  expect((await api.get('/mirror')).body.ended).toBe(2);
  const undone = (await api.post(`/imports/${committed.id}/undo`)).body;
  expect(undone).toMatchObject({ status: 'undone', keptAfterUndo: 0, kept: [] });
  for (const path of ['/opportunities', '/persons', '/organisations']) {
    expect((await api.get(path)).body.items, path).toEqual([]);
  }
  expect((await api.get('/mirror')).body.ended).toBe(0);
  expect(await differencesIn(workspace.context)).toEqual([]);
  const again = await brought(api, 'lijst.csv', list);
  expect(again.committed.counts).toMatchObject({ created: 4, persons: 4, organisations: 2 });
});

test('what was used since is kept and listed, with its person and organisation', async () => {
  const { workspace, api, committed, items } = await withList();
  const [anna, bram, carla] = items;
  await workspace.aMoment(anna?.id ?? '', { outcome: 'spoke' });
  await api.patch(`/persons/${carla?.person?.id}`, { version: 1, howMet: 'beurs' });
  const undone: Import = (await api.post(`/imports/${committed.id}/undo`)).body;
  expect(undone).toMatchObject({ status: 'undone', keptAfterUndo: 2 });
  expect(undone.kept).toEqual([
    { opportunityId: anna?.id, personId: anna?.person?.id, name: 'Anna Bakker' },
    { opportunityId: null, personId: carla?.person?.id, name: 'Carla Vos' },
  ]);
  expect((await api.get(`/imports/${committed.id}`)).body).toEqual(undone);
  expect((await api.get(`/opportunities/${anna?.id}`)).body).toMatchObject({
    held: 3,
    organisation: { name: 'Bakkerij' },
  });
  expect((await api.get(`/opportunities/${bram?.id}`)).status).toBe(404);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('who was known already gets back what the file filled in or replaced', async () => {
  const { workspace, api } = await withList();
  const before = (await api.get('/opportunities?sort=name')).body.items;
  const people = (await api.get('/persons')).body.items;
  const changed = list
    .replace('open;100', 'open;150')
    .replace('4;Dirk Mol;;;', '5;Bram Smit;bram@example.com;Nieuw BV;')
    .replace('anna@example.com', 'anna@example.com');
  const { committed } = await brought(api, 'lijst-2.csv', changed);
  expect(committed.counts).toMatchObject({ created: 1, updated: 1, organisations: 1, persons: 0 });
  const anna = () => api.get(`/opportunities/${before[0].id}`);
  expect((await anna()).body.value).toBe(15_000);
  await api.post(`/imports/${committed.id}/undo`);
  expect((await anna()).body).toMatchObject({ value: 10_000, held: 2 });
  expect((await api.get('/persons')).body.items).toEqual(people);
  expect((await api.get('/organisations?q=nieuw')).body.items).toEqual([]);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('a replaced value that was changed again since stays', async () => {
  const { api, items } = await withList();
  const { committed } = await brought(api, 'lijst-2.csv', list.replace('open;100', 'open;150'));
  const { version } = (await api.get(`/opportunities/${items[0]?.id}`)).body;
  await api.patch(`/opportunities/${items[0]?.id}`, { version, value: 20_000 });
  const undone = (await api.post(`/imports/${committed.id}/undo`)).body;
  expect(undone.kept).toMatchObject([{ opportunityId: items[0]?.id, name: 'Anna Bakker' }]);
  expect((await api.get(`/opportunities/${items[0]?.id}`)).body.value).toBe(20_000);
});

const moments = [
  'datum;naam;e-mail;kanaal;hoe ging het',
  '09-11-2026;Anna Bakker;anna@example.com;bellen;gekocht',
  '10-11-2026;Bram Smit;bram@example.com;bellen;niet bereikt',
  '11-11-2026;Eva Nieuw;eva@example.com;bellen;nee',
  '12-11-2026;Fenna Nieuw;fenna@example.com;bellen;gesproken',
  '',
].join('\n');

test('moments of a file go too: what they made, and what they made of opportunities that were there', async () => {
  const { workspace, api, items } = await withList();
  const { committed } = await brought(api, 'gesprekken.csv', moments);
  expect(committed.counts).toMatchObject({ created: 2, moments: 4 });
  expect((await api.get(`/opportunities/${items[0]?.id}`)).body).toMatchObject({ state: 'won', held: 3 });
  expect(await differencesIn(workspace.context)).toEqual([]);
  const undone = (await api.post(`/imports/${committed.id}/undo`)).body;
  expect(undone).toMatchObject({ keptAfterUndo: 0, kept: [] });
  expect((await api.get('/opportunities')).body.items).toHaveLength(4);
  for (const one of items) {
    const { version } = (await api.get(`/opportunities/${one?.id}`)).body;
    expect((await api.get(`/opportunities/${one?.id}`)).body).toEqual({ ...one, version });
  }
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('moments whose opportunity was used since: those of an open one go and the rest is numbered anew, an ended one is kept', async () => {
  const { workspace, api, items } = await withList();
  const { committed } = await brought(api, 'gesprekken.csv', moments);
  await api.post(`/opportunities/${items[0]?.id}/revive`, {});
  await workspace.aMoment(items[1]?.id ?? '', { outcome: 'declined' });
  const { items: now } = (await api.get('/opportunities?sort=name')).body;
  const fenna = now.find((one: Opportunity) => one.person?.name === 'Fenna Nieuw');
  await workspace.aMoment(fenna.id, { outcome: 'spoke' });
  const undone = (await api.post(`/imports/${committed.id}/undo`)).body;
  expect(undone.kept.map((one: { name: string }) => one.name)).toEqual(['Bram Smit', 'Fenna Nieuw']);
  expect((await api.get(`/opportunities/${items[0]?.id}`)).body).toMatchObject({ state: 'open', held: 2 });
  expect((await api.get(`/opportunities/${items[1]?.id}`)).body).toMatchObject({ state: 'stopped', held: 5 });
  expect((await api.get(`/opportunities/${fenna.id}`)).body).toMatchObject({ state: 'open', held: 2 });
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('seven days, and once', async () => {
  const { api, committed } = await withList();
  house().setNow(later(7.01));
  expect((await api.post(`/imports/${committed.id}/undo`)).body).toMatchObject({ status: 409, code: 'undo_expired' });
  house().setNow(later(6.99));
  expect((await api.post(`/imports/${committed.id}/undo`)).status).toBe(200);
  expect((await api.post(`/imports/${committed.id}/undo`)).body).toMatchObject({
    status: 409,
    code: 'nothing_to_undo',
  });
  expect((await api.post(`/imports/${committed.id}/commit`, {})).body).toMatchObject({ code: 'import_already_done' });
  house().setNow(startOfTests);
});
