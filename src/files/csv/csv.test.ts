import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from '../open-table.ts';
import { readAll, readBytes, refusalOf } from '../read-table.cases.ts';
import { fromWindows1252 } from '../text/text-encoding.ts';
import { detectDelimiter } from './detect-delimiter.ts';

const people = 'Naam;Telefoon;Bedrag\r\nRenée;06-00001234;€ 1.250,50\r\nZoë;06-00001235;€ 3,-\r\n';

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function line(row: number): string {
  const phone = `06-0000${String(row % 10_000).padStart(4, '0')}`;
  return `Persoon ${row};Bedrijf ${row % 500} B.V.;persoon${row}@example.nl;${phone};"3/9 vm; 12/9 mail ${row}"`;
}

describe('the encoding of a text', () => {
  const windows1252 = Buffer.from(people.replaceAll('€', '\u0080'), 'latin1');
  it.each([
    ['UTF-8', Buffer.from(people, 'utf8'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${people}`, 'utf8'), 'utf-8'],
    ['UTF-16 of Windows', Buffer.from(`\ufeff${people}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without its mark', Buffer.from(people, 'utf16le'), 'utf-16le'],
    ['UTF-16 of old Macs', Buffer.from(`\ufeff${people}`, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', windows1252, 'windows-1252'],
  ])('%s is seen', async (_, bytes, encoding) => {
    const { table, rows } = await readBytes(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.headers).toEqual(['Naam', 'Telefoon', 'Bedrag']);
    expect(rows).toEqual([
      ['Renée', '06-00001234', '€ 1.250,50'],
      ['Zoë', '06-00001235', '€ 3,-'],
    ]);
  });

  it('is UTF-8 when the file was cut in the middle of a letter', async () => {
    const cut = Buffer.from('Naam;Tel\nRenée;1\nZoë', 'utf8').subarray(0, -1);
    expect((await readBytes(cut)).table.encoding).toBe('utf-8');
  });

  it('is UTF-8 when a few foreign bytes were pasted into it', async () => {
    const mixed = Buffer.concat([
      Buffer.from(`Naam;Tel\n${'Renée;1\n'.repeat(30)}Zo`, 'utf8'),
      Buffer.from([0xeb]),
      Buffer.from(';2\n'),
    ]);
    const { table, rows } = await readBytes(mixed);
    expect(table.encoding).toBe('utf-8');
    expect(rows[0]?.[0]).toBe('Renée');
  });

  it('gives the letters of Windows where Latin-1 has codes', () => {
    expect(fromWindows1252(Buffer.from([0x80, 0x8c, 0x92, 0x93, 0x9f, 0xe9]))).toBe('€Œ’“Ÿé');
  });
});

describe('the delimiter', () => {
  it.each([
    [';', 'a;b;c\n1,5;2,5;3,5\n4,0;5,0;6,0\n'],
    [',', 'a,b\n"x;y;z",2\n"p;q;r",3\n'],
    ['\t', 'a\tb\nJansen, Piet\t1\nSmit, Jan\t2\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [';', 'Naam;Opmerking\nJan;"belde, mailde, appte\nen kwam langs; twee keer"\nPiet;ok\n'],
    [';', 'sep=;\na,b;c\n'],
    [',', 'een enkele kolom\nzonder iets\n'],
  ])('%j is found in %j', (delimiter, text) => {
    expect(detectDelimiter(text, true)).toBe(delimiter);
  });

  it('told by Excel’s own first line is no row', async () => {
    const { table, rows, rowNumbers } = await readBytes('sep=;\r\nNaam;Tel\r\nJan, Piet;1\r\n');
    expect(table.headers).toEqual(['Naam', 'Tel']);
    expect(rows).toEqual([['Jan, Piet', '1']]);
    expect(rowNumbers).toEqual([2]);
  });
});

describe('rows of a CSV', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('end with %s', async (_, end) => {
    const { rows } = await readBytes(['Naam,Tel', 'Jan,1', '"Piet\nde Boer",2', ''].join(end));
    expect(rows).toEqual([
      ['Jan', '1'],
      ['Piet\nde Boer', '2'],
    ]);
  });

  it('are numbered as a spreadsheet shows them, blank ones and long notes included', async () => {
    const { rowNumbers } = await readBytes('Naam,Notitie\n\nJan,"regel\nregel\nregel"\n,\nPiet,x\n');
    expect(rowNumbers).toEqual([3, 5]);
  });

  it('begin below a title', async () => {
    const { table, rows } = await readBytes('Klantenlijst;;\n;;\nNaam;Tel;Status\nJan;1;open\n');
    expect(table.headers).toEqual(['Naam', 'Tel', 'Status']);
    expect(table.headerRow).toBe(3);
    expect(rows).toEqual([['Jan', '1', 'open']]);
  });

  it('get letters where no headers are', async () => {
    const { table, rows } = await readBytes('Jan de Boer;jan@example.nl\nPiet Smit;piet@example.nl\n');
    expect(table.headers).toEqual(['A', 'B']);
    expect(table.headerRow).toBeNull();
    expect(rows).toHaveLength(2);
  });

  it('are as wide as most of them, also beyond the last header', async () => {
    const { table, rows } = await readBytes('Naam;Status\nJan;open;06-00001234\nPiet;open;06-00001235\n');
    expect(table.headers).toEqual(['Naam', 'Status', '']);
    expect(rows[0]).toEqual(['Jan', 'open', '06-00001234']);
  });

  it('are named when they are ragged, when they add up and when they repeat the headers', async () => {
    const { rows, named } = await readBytes(
      'Naam;Tel;Bedrag\nJan;1;5\nPiet;2\nKees;3;4;5\nNaam;Tel;Bedrag\nMies;1;2;;\nTotaal;;11,50\n',
    );
    expect(rows).toEqual([
      ['Jan', '1', '5'],
      ['Piet', '2', ''],
      ['Mies', '1', '2'],
    ]);
    expect(named).toEqual(['3 missing 1', '4 too_many_cells', '5 headers_again', '7 totals_row']);
  });

  it('keep a formula as its letters', async () => {
    const { rows } = await readBytes(
      'Naam;Link\nJan;"=HYPERLINK(""http://example.nl"";""klik"")"\n+31600001234;@SUM(A1)\n',
    );
    expect(rows).toEqual([
      ['Jan', '=HYPERLINK("http://example.nl";"klik")'],
      ['+31600001234', '@SUM(A1)'],
    ]);
  });

  it('before a place where the file is cut off are all read, and the cut is named', async () => {
    const lines = Array.from({ length: 500 }, (_, row) => `Persoon ${row};"notitie ${row}"`);
    const { rows, named } = await readBytes(`Naam;Notitie\n${lines.join('\n')}\nLaatste;"hier hield het bes`);
    expect(rows).toHaveLength(500);
    expect(named).toEqual(['502 quote_not_closed']);
  });

  it('can be read twice, and left early', async () => {
    const table = await openTable({ bytes: Buffer.from(people) });
    if (table.kind === 'refused') throw new Error(table.code);
    for await (const row of table.rows()) {
      expect(row.rowNumber).toBe(2);
      break;
    }
    expect((await readAll(table)).rows).toHaveLength(2);
  });

  const cell = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', ',', ';', '\n', '\r\n', ' ', "'", '=', 'é', '€'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });
  it('come back as they were written, whatever is in their cells', async () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (written, delimiter, end) => {
          const headers = ['Naam', 'Telefoon', 'Bedrag', 'Status', 'Notitie'].slice(0, written[0]?.length);
          // The first line says the delimiter: two columns of commas and semicolons may be cut either way.
          const text = [
            `sep=${delimiter}`,
            ...[headers, ...written].map((row) => row.map(quoted).join(delimiter)),
          ].join(end);
          const { rows } = await readBytes(text);
          expect(rows).toEqual(written.filter((row) => row.some((part) => part.trim() !== '')));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a text without end', () => {
  it('of 30 MB on one line is refused', async () => {
    expect(await refusalOf(Buffer.alloc(30 * 1024 * 1024, 'a'))).toBe('record_too_long');
  });

  it('of nothing but delimiters is refused', async () => {
    expect(await refusalOf(Buffer.alloc(30 * 1024 * 1024, ';'))).toBe('record_too_long');
  });

  it('in quotation marks is refused for the mark', async () => {
    expect(await refusalOf(`"${'a\n'.repeat(1_000_000)}`)).toBe('quote_not_closed');
  });

  it('behind good rows is named, and the good rows are read', async () => {
    const { rows, named } = await readBytes(`Naam;Tel\nJan;1\nPiet;2\n${'x'.repeat(3_000_000)}`);
    expect(rows).toHaveLength(2);
    expect(named).toEqual(['4 record_too_long']);
  });

  it('to the right has too many columns', async () => {
    expect(
      await refusalOf(
        `${Array.from({ length: 600 }, (_, column) => `kolom${column}`).join(';')}\n${'1;'.repeat(600)}\n`,
      ),
    ).toBe('too_many_columns');
  });
});

describe('a large file', () => {
  it('of 100,000 rows is read in pieces, never whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aanhouder-csv-'));
    const path = join(folder, 'groot.csv');
    await writeFile(
      path,
      `Naam;Bedrijf;E-mail;Telefoon;Opmerkingen\r\n${Array.from({ length: 100_000 }, (_, row) => line(row)).join('\r\n')}\r\n`,
    );
    try {
      const table = await openTable({ path });
      if (table.kind === 'refused') throw new Error(table.code);
      const before = process.memoryUsage().arrayBuffers;
      let rows = 0;
      let held = 0;
      for await (const row of table.rows()) {
        rows++;
        if (row.rowNumber % 10_000 === 0) held = Math.max(held, process.memoryUsage().arrayBuffers - before);
      }
      expect(rows).toBe(100_000);
      // The file is 9 MB; its bytes are never in memory together.
      expect(held).toBeLessThan(8 * 1024 * 1024);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
