import { describe, expect, it } from 'vitest';
import { openTable } from './open-table.ts';
import { readAll, refusalOf } from './read-table.cases.ts';

/** The head of an old compound file whose directory, in the sector behind it, names `entry`. */
function compoundFile(entry: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.write(entry, 1024, 'utf16le');
  return bytes;
}

describe('a file that is no table', () => {
  it.each([
    ['nothing', '', 'empty_file'],
    ['blank lines', '\r\n \r\n', 'empty_file'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not_a_table'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'not_a_table',
    ],
    [
      'a web page that calls itself .xls',
      '<html><body><table><tr><td>Naam</td></tr></table></body></html>',
      'web_page',
    ],
    ['XML', '<?xml version="1.0"?><a/>', 'not_a_table'],
    ['JSON', '[{"naam": "Jan"}]', 'not_a_table'],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'not_a_table'],
    ['Excel before 2007', compoundFile('Workbook'), 'old_excel'],
    ['Excel with a password', compoundFile('EncryptedPackage'), 'protected_excel'],
    ['an empty zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'no_rows'],
  ])('%s is refused with its reason', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('is a fault when it is not there at all', async () => {
    await expect(openTable({ path: '/nergens/lijst.csv' })).rejects.toThrow('ENOENT');
  });
});

describe('pasted text', () => {
  it('is a table like any other', async () => {
    const { table, rows } = await readAll(await openTable({ text: 'Naam\tTel\nJan\t06-00001234\n' }));
    expect(table).toMatchObject({ kind: 'paste', delimiter: '\t', headers: ['Naam', 'Tel'] });
    expect(rows).toEqual([['Jan', '06-00001234']]);
  });

  it('may be names only, and loses nobody', async () => {
    const { table, rows } = await readAll(await openTable({ text: 'Jan Jansen\nPiet Smit\n' }));
    expect(table.headers).toEqual(['A']);
    expect(rows).toEqual([['Jan Jansen'], ['Piet Smit']]);
  });
});
