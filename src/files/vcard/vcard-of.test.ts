import { expect, test } from 'vitest';
import { openTable } from '../open-table.ts';
import { vcardOf } from './vcard-of.ts';

const card = {
  uid: '01a2121f-d9bf-77aa-8579-10b4f86677db',
  name: 'Marieke van den Berg',
  firstName: 'Marieke',
  particle: 'van den',
  lastName: 'Berg',
  organisation: 'Bakkerij; Molen, & Zn',
  email: 'marieke@example.com',
  phone: '+31612345678',
  birthday: '1980-02-29',
  anniversary: '--06-01',
  tags: ['klant', 'a, b'],
  note: 'houdt van\nzeilen \u{1F6A2}, '.repeat(8),
};

test('a card that our own import reads back, however long the note', async () => {
  const text = vcardOf(card);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const table = await openTable({ text });
  if (table.kind === 'refused') throw new Error(table.code);
  const cells: string[] = [];
  for await (const row of table.rows()) if ('cells' in row) cells.push(...row.cells);
  expect(cells).toEqual(
    expect.arrayContaining([
      'Marieke',
      'van den Berg',
      'Bakkerij; Molen, & Zn',
      'marieke@example.com',
      '+31612345678',
      '1980-02-29',
      '1604-06-01',
    ]),
  );
});
