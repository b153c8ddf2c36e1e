import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { brought, understood } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { fixturePath, hasSharedData, sharedFile } from '#tests/support/shared-data';
import { useHouse } from '#tests/support/use-house';
import { headersOf, madeFrom, smallExports } from './small-exports.cases.ts';

/* Exports that need no mapping: whole ones of the sample data, and small ones under the headers that the programs write. */
const house = useHouse();

describe('an address book brings people, without any mapping', () => {
  test.each(smallExports.filter(({ kind }) => kind === 'persons'))('$what', async (one) => {
    const workspace = await house().aWorkspace();
    const { proposal, checked, committed } = await brought(workspace.api, 'contacts.csv', madeFrom(one));
    expect(proposal).toMatchObject({ recognised: one.recognised, kind: 'persons', rows: one.rows.length });
    expect(committed).toMatchObject({
      status: 'committed',
      counts: { created: one.rows.length, rejected: 0, open: 0 },
    });
    expect(committed.counts).toEqual(checked.counts);
    const { items } = (await workspace.api.get('/persons')).body;
    expect(items).toHaveLength(one.rows.length);
    const { person } = (await workspace.api.get(`/persons/${items[0].id}`)).body;
    expect(person).toMatchObject(one.first);
    expect((await workspace.api.get('/opportunities')).body.items).toEqual([]);
  });
});

describe('a file of deals brings opportunities, without any mapping', () => {
  test.each(smallExports.filter(({ kind }) => kind === 'opportunities'))('$what', async (one) => {
    const workspace = await house().aWorkspace();
    const { proposal, checked, committed } = await brought(workspace.api, 'deals.csv', madeFrom(one), one.choices);
    expect(proposal).toMatchObject({ recognised: one.recognised, kind: 'opportunities', rows: one.rows.length });
    expect(committed).toMatchObject({ status: 'committed', counts: { created: one.rows.length, rejected: 0 } });
    expect(committed.counts).toEqual(checked.counts);
    const { items } = (await workspace.api.get('/opportunities?sort=value&limit=1')).body;
    expect(items[0]).toMatchObject(one.first);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });
});

const files = [
  { file: 'atomic-crm/contacts.csv', fixture: 'atomic_contacts.csv', recognised: 'atomic' },
  { file: 'atomic-crm/contacts_export.csv', fixture: 'atomic_contacts_export.csv', recognised: 'atomic' },
  { file: 'salesforce/salesforce_leads.csv', fixture: 'salesforce_leads.csv', recognised: 'salesforce' },
];

test.each(files)('$file is brought in whole', async ({ file, fixture, recognised }) => {
  const bytes = await (hasSharedData ? sharedFile(`crm-exports/${file}`) : readFile(fixturePath(`imports/${fixture}`)));
  const workspace = await house().aWorkspace();
  const { proposal, checked, committed } = await brought(workspace.api, fixture, bytes);
  expect(proposal.recognised).toBe(recognised);
  expect(committed.counts).toMatchObject({ created: proposal.rows, rejected: 0, skipped: 0 });
  expect(committed.counts).toEqual(checked.counts);
  expect(understood(proposal)).toMatchObject({ first_name: 'firstName', last_name: 'lastName' });
  expect(await differencesIn(workspace.context)).toEqual([]);
  const again = await brought(workspace.api, fixture, bytes);
  expect(again.committed.counts).toMatchObject({ created: 0, persons: 0, organisations: 0 });
});

test.skipIf(!hasSharedData)(
  'the headers here are those of the sample data (where ../shared/data is beside the checkout)',
  async () => {
    const known: Record<string, string[]> = JSON.parse((await sharedFile('crm-exports/headers.json')).toString());
    const ours = smallExports.map((one) => headersOf(one).join());
    for (const [name, headers] of Object.entries(known)) {
      // Shortened copies are in the order of the whole.
      expect(
        ours.some((line) => headers.every((header) => line.split(',').includes(header))),
        name,
      ).toBe(true);
    }
  },
);
