import { expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/* Of a file the rows are written by the thousand, and whom the next thousand speaks of is asked before they are: what they say counts there too. */
const house = useHouse();
const header = 'naam;e-mail;organisatie;status;aantal contacten;geen contact';
const filling = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `Vulling ${from + n};vulling${from + n}@example.com;;open;1;`);

test.each([1000, 2000])('who objects in one row is not worked on for another, %i rows on', async (apart) => {
  const { api, aPerson } = await house().aWorkspace();
  const iris = await aPerson({ name: 'Iris Rood', email: 'iris@example.com' });
  const rows = [
    ...filling(0, 500),
    'Iris Rood;iris@example.com;;verloren;2;2026-11-20',
    ...filling(500, apart - 1),
    'Iris Rood;iris@example.com;;open;1;',
  ];
  const { committed } = await brought(api, 'lijst.csv', [header, ...rows].join('\n'));
  expect(committed.rejected).toEqual([expect.objectContaining({ code: 'person_objected' })]);
  const { person, opportunities } = (await api.get(`/persons/${iris.id}`)).body;
  expect(person.objectedOn).toBe('2026-11-20');
  expect(opportunities.map((one: { state: string }) => one.state)).toEqual(['stopped']);
});

test('somebody who is tied to an organisation under another name is known there by their own in the next thousand', async () => {
  const workspace = await house().aWorkspace();
  const { api, aPerson } = workspace;
  const jan = await aPerson({ name: 'Jan Jansen', email: 'jan@example.com' });
  const rows = [
    ...filling(0, 500),
    'J. Jansen;jan@example.com;Bakkerij Jansen;open;2;',
    ...filling(500, 999),
    'Jan Jansen;;Bakkerij Jansen;open;1;',
  ];
  await brought(api, 'lijst.csv', [header, ...rows].join('\n'));
  const { opportunities } = (await api.get(`/persons/${jan.id}`)).body;
  expect(opportunities).toHaveLength(2);
  expect(await differencesIn(workspace.context)).toEqual([]);
});
