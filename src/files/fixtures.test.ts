import { fileURLToPath } from 'node:url';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { csvFixtures, longNotes, vcardFixtures } from './fixtures.cases.ts';
import { openTable } from './open-table.ts';
import { readAll } from './read-table.cases.ts';

const folder = new URL('../../tests/fixtures/files/', import.meta.url);

async function read(file: string) {
  return readAll(await openTable({ path: fileURLToPath(new URL(file, folder)) }));
}

describe('files that are known to be difficult', () => {
  it.each([...csvFixtures, ...vcardFixtures])('$file is read, or each row says why not', async (fixture) => {
    const { table, rows, named } = await read(fixture.file);
    expect(table.kind).toBe(fixture.kind);
    expect(rows).toHaveLength(fixture.rows);
    expect(named).toEqual(fixture.named ?? []);
    expect(rows.every((row) => row.length === table.headers.length)).toBe(true);
    for (const [row, column, text] of fixture.cells ?? []) expect(rows[row]?.[column]).toBe(text);
  });

  it('are all in the tables above', async () => {
    const files: string[] = [];
    for (const part of ['csv-spectrum', 'papaparse', 'ez-vcard', 'ical.js']) {
      for (const file of await readdir(new URL(part, folder)))
        if (!file.endsWith('.json')) files.push(`${part}/${file}`);
    }
    expect([...csvFixtures, ...vcardFixtures].map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  const expectedOnes = csvFixtures.filter(({ file }) => file.startsWith('csv-spectrum'));
  it.each(expectedOnes)('$file holds what its authors expect', async ({ file }) => {
    const { table, rows } = await read(file);
    const records = rows.map((row) => Object.fromEntries(row.map((cell, column) => [table.headers[column], cell])));
    const expected: unknown = JSON.parse(await readFile(new URL(file.replace(/csv$/, 'json'), folder), 'utf8'));
    // One of their files holds another number than its own expectation, and one record instead of a list.
    if (file.includes('location_coordinates'))
      expect(records).toEqual([{ ...Object(expected), 'Contact Phone Number': '2095257564' }]);
    else expect(records).toEqual(expected);
  });

  it.each(longNotes)('the long note of %s is whole', async (file, start) => {
    const { rows } = await read(file);
    expect(rows[0]?.[11]?.replaceAll('\n', ' ')).toContain(start);
  });
});
