import { expect, test } from 'vitest';
import type { Import } from '#contract/import';
import { understood, worked } from '#tests/support/bring-file';
import { useHouse } from '#tests/support/use-house';

/* Five names, typed or copied from anywhere. */
const house = useHouse();

async function pasted(text: string) {
  const { api } = await house().aWorkspace();
  const proposal: Import = (await api.post('/imports', { text })).body;
  const checked = await worked(api, proposal.id, 'check');
  const committed = await worked(api, proposal.id, 'commit');
  expect(committed.counts).toEqual(checked.counts);
  const { items } = (await api.get('/opportunities?sort=name&limit=20')).body;
  return { proposal, committed, items };
}

test('five names become five open opportunities, spread over the days to come, with no number invented', async () => {
  const { committed, items } = await pasted('Anna Bakker\nBram de Vries\nCarla Smit\nDirk van den Berg\nEva Vos');
  expect(committed.counts).toMatchObject({ created: 5, open: 5, persons: 5, rejected: 0 });
  expect(items.map((one: { person: { name: string } }) => one.person.name)).toEqual([
    'Anna Bakker',
    'Dirk van den Berg',
    'Carla Smit',
    'Eva Vos',
    'Bram de Vries',
  ]);
  for (const one of items) {
    expect(one).toMatchObject({ state: 'open', held: 0 });
    expect(one.nextMoment.on >= '2026-11-24').toBe(true);
  }
});

test('a list of names and numbers alone is spread over as many days as its work fills', async () => {
  const { items } = await pasted(
    Array.from({ length: 20 }, (_, n) => `Persoon ${String.fromCharCode(65 + n)}arends 06-123456${n + 10}`).join('\n'),
  );
  const days = new Set(items.map((one: { nextMoment: { on: string } }) => one.nextMoment.on));
  expect(items).toHaveLength(20);
  expect(days.size).toBeGreaterThan(1);
});

test.each([
  ['with numbers behind them', 'Anna Bakker 06-12345678\nBram de Vries 020 123 4567\n'],
  ['with tabs, from a spreadsheet', 'Anna Bakker\tanna@bakker.example\t06-12345678\nBram de Vries\t\t0201234567\n'],
  ['with commas', 'Anna Bakker, 06-12345678\nBram de Vries, 020 123 4567\n'],
])('names %s: each is a person with their number', async (_, text) => {
  const { proposal, items } = await pasted(text);
  expect(Object.values(understood(proposal))).toEqual(expect.arrayContaining(['name', 'phone']));
  expect(items.map((one: { person: { name: string; phone: string } }) => [one.person.name, one.person.phone])).toEqual([
    ['Anna Bakker', '+31612345678'],
    ['Bram de Vries', '+31201234567'],
  ]);
});

test('one name, and a name with an emoji or from right to left', async () => {
  expect((await pasted('Anna')).committed.counts).toMatchObject({ created: 1, persons: 1 });
  const { items } = await pasted('Zoë 🌻 Çelik\nمحمد الفارسي\nЮлия Иванова\n');
  expect(items.map((one: { person: { name: string } }) => one.person.name).toSorted()).toEqual(
    ['Zoë 🌻 Çelik', 'محمد الفارسي', 'Юлия Иванова'].toSorted(),
  );
});

test('nothing is refused with its place', async () => {
  const { api } = await house().aWorkspace();
  expect((await api.post('/imports', { text: ' \n\n ' })).body).toMatchObject({ status: 400, at: 'text' });
  expect((await api.post('/imports', { text: '' })).body).toMatchObject({ status: 400, at: 'text' });
});
