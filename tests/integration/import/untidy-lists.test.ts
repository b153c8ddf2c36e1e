import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Revive } from '#contract/mirror';
import { brought, proposed, understood, upload, worked } from '#tests/support/bring-file';
import { fixturePath } from '#tests/support/shared-data';
import { importFromPath } from '#usecases/import/import-from-path';
import { useHouse } from '#tests/support/use-house';

/* Two lists as a tester with fresh eyes kept them: notes in one cell, a title above the headers, a total below. */
const house = useHouse();
const accepted = { notWon: 'stopped' as const, readNotes: true, keepUnreadable: true };
const read = (name: string) => readFile(fixturePath(`spreadsheets/${name}`));

type Item = {
  person: { name: string; phone: string | null; email: string | null } | null;
  held: number;
  state: string;
};

async function people(api: {
  get: (path: string) => Promise<{ body: { items: Item[] } }>;
}): Promise<Map<string, Item>> {
  const { items } = (await api.get('/opportunities?sort=name&limit=100')).body;
  return new Map(items.map((one) => [one.person?.name ?? '', one]));
}

test('a title above narrow headers is nobody, and the wizard says which row the headers are', async () => {
  const { api } = await house().aWorkspace();
  const { proposal, committed } = await brought(
    api,
    'prospects-najaar.tsv',
    await read('prospects-najaar.tsv'),
    accepted,
  );
  expect(proposal.headerRow).toBe(3);
  expect(understood(proposal)).toEqual({ naam: 'name', 'wat en wanneer': 'note' });
  expect(committed.counts).toMatchObject({ created: 6, persons: 6, open: 1, stopped: 5, refused: 1, rejected: 0 });
  const found = await people(api);
  expect(found.has('prospects najaar') || found.has('naam')).toBe(false);
  // A number and an address in the note are one tap to call or write.
  const kees = [...found.values()].find((one) => one.person?.phone === '+31600515151');
  expect(kees).toMatchObject({ person: { email: 'keesdb@example.nl' }, held: 2, lastWords: 'zou terugbellen' });
  expect([...found.values()].some((one) => one.person?.email === 'fatima@example.nl')).toBe(true);
});

test('notes give the history that they tell and no more; a total is told, and rejects nobody', async () => {
  const { api } = await house().aWorkspace();
  const bytes = await read('lijst-najaar.csv');
  const { proposal, checked, committed } = await brought(api, 'lijst-najaar.csv', bytes, accepted);
  const example = (name: string) => proposal.history.examples.find((one) => one.name.startsWith(name));
  expect(example('Joost')).toMatchObject({ days: ['2026-08-23', '2026-10-14'], held: 2 });
  expect(example('Sophie')).toMatchObject({ days: ['2026-09-30'], held: 4 });
  expect(example('Ö.')).toMatchObject({ days: [], held: 0 });
  const totals = checked.rejected.filter(({ code }) => code === 'totals_row');
  expect(totals).toMatchObject([{ kept: true, count: 1, rows: [{ value: expect.stringContaining('totaal') }] }]);
  expect(committed.rejected).toEqual(checked.rejected);
  expect(committed.counts).toMatchObject({ rejected: 0 });
  const found = await people(api);
  expect(found.get('Sophie van der Meer-de Wit')).toMatchObject({ state: 'won', held: 4 });
  expect(found.get('Bakkerij De Korenaar')).toMatchObject({ person: { phone: '+31200412345' } });
  // What stood in other cells is in the note, and is nothing that was said.
  expect(found.get('Sophie van der Meer-de Wit')).toMatchObject({ lastWords: 'na 4x bellen' });
  const rival = [...found.entries()].find(([name]) => name.endsWith('Yıldız'))?.[1];
  expect(rival).toMatchObject({ state: 'stopped', held: 0 });
  const mirror = (await api.get('/mirror')).body;
  expect(mirror.sales.filter(({ count }: { count: number }) => count > 0)).toMatchObject([{ number: 4, count: 1 }]);
});

test('a row whose note is left as it is tells no history', async () => {
  const { api } = await house().aWorkspace();
  const proposal = await proposed(api, 'lijst-najaar.csv', await read('lijst-najaar.csv'));
  const row = proposal.history.examples.find(({ name }) => name.startsWith('Bram'))?.row ?? 0;
  await worked(api, proposal.id, 'commit', { ...accepted, notesNotOf: [row] });
  const found = await people(api);
  expect(found.get('Bram ter Haar')).toMatchObject({ held: 0, heldKnown: false });
  expect(found.get('Sophie van der Meer-de Wit')).toMatchObject({ held: 4 });
});

test('after a second list its own people come first, with its own counts', async () => {
  const { api } = await house().aWorkspace();
  await brought(api, 'lijst-najaar.csv', await read('lijst-najaar.csv'), accepted);
  const { committed } = await brought(api, 'prospects-najaar.tsv', await read('prospects-najaar.tsv'), accepted);
  const ofList: Revive = (await api.get(`/revive?limit=30&importId=${committed.id}`)).body;
  expect(ofList).toMatchObject({ letGo: 5, neverSaidNo: 4 });
  expect(ofList.items).toHaveLength(4);
  const names = ofList.items.map(({ opportunity }) => opportunity.person?.name ?? '');
  expect(names).toEqual(expect.arrayContaining(['Lotte', 'Fatima El Amrani', 'Hans & Ria Mulder']));
  const words = ofList.items.map(({ opportunity }) => opportunity.lastWords);
  expect(words).toEqual(expect.arrayContaining(['keuken 12k']));
  const all: Revive = (await api.get('/revive?limit=30')).body;
  expect(all.letGo).toBeGreaterThan(5);
  const perMinute = ofList.items.map((item) => item.perMinute);
  expect(perMinute).toEqual(perMinute.toSorted((a, b) => b - a));
});

test.each([
  ['headers and nobody below', 'naam;tel;mail\n'],
  ['headers and a total', 'naam;bedrag\ntotaal;100\n'],
])('a file with %s is refused with what helps, and leaves nothing behind', async (_, content) => {
  const { api } = await house().aWorkspace();
  const { status, body } = await upload(api, 'leeg.csv', content);
  expect([status, body.code, body.facts]).toEqual([422, 'file_unreadable', { reason: 'headers_only' }]);
  expect(body.detail).toContain('Put people in it');
  expect((await api.get('/imports')).body.items).toEqual([]);
});

test('a dry run and a refused import from the command line leave nothing to go on with', async () => {
  const { api, context } = await house().aWorkspace();
  const path = fixturePath('spreadsheets/lijst-najaar.csv');
  await importFromPath(context, path, [], accepted, 'check');
  await expect(importFromPath(context, path, ['naam=onbekend'], accepted, 'commit')).rejects.toMatchObject({
    code: 'mapping_invalid',
  });
  expect((await api.get('/imports')).body.items).toEqual([]);
  const { id } = await importFromPath(context, path, [], accepted, 'commit');
  expect((await api.get('/imports')).body.items).toMatchObject([{ id, status: 'committed' }]);
});
