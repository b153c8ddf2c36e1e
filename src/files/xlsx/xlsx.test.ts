import { describe, expect, it } from 'vitest';
import { openTable } from '../open-table.ts';
import { readAll, readBytes, refusalOf } from '../read-table.cases.ts';
import { numberMeaning } from './number-format.ts';
import { serialDate, serialTime } from './serial-date.ts';
import { workbookBytes, workbookParts, zipOf, type TestCell } from './workbook.cases.ts';

function oneSheet(rows: readonly (readonly TestCell[])[], from1904 = false): Buffer {
  return workbookBytes({ sheets: [{ name: 'Blad1', rows }], from1904 });
}

function withSheet(sheet: string): Map<string, string> {
  return workbookParts({ sheets: [{ name: 'A', rows: [['Naam']] }] }).set('xl/worksheets/sheet1.xml', sheet);
}

describe('a workbook', () => {
  it('is read from its first sheet with anything in it, hidden ones last', async () => {
    const bytes = workbookBytes({
      sheets: [
        { name: 'Keuzes', hidden: true, rows: [['x']] },
        { name: 'Voorblad', rows: [] },
        {
          name: 'Klanten & co',
          rows: [
            ['Lijst van oktober'],
            [],
            ['Naam', 'Tel'],
            ['Jan <J>', '06-00001234'],
            [],
            ['Piet', null, 'rechts erbij'],
          ],
        },
      ],
    });
    const { table, rows, rowNumbers, named } = await readBytes(bytes);
    expect(table).toMatchObject({
      kind: 'xlsx',
      sheet: 'Klanten & co',
      sheets: ['Keuzes', 'Voorblad', 'Klanten & co'],
      headers: ['Naam', 'Tel', ''],
      headerRow: 3,
    });
    expect(rows).toEqual([
      ['Jan <J>', '06-00001234', ''],
      ['Piet', '', 'rechts erbij'],
    ]);
    expect(rowNumbers).toEqual([4, 6]);
    expect(named).toEqual([]);
    expect((await readAll(await openTable({ bytes }, { sheet: 'Keuzes' }))).rows).toEqual([['x']]);
    expect(await openTable({ bytes }, { sheet: 'Bestaat niet' })).toEqual({ kind: 'refused', code: 'no_rows' });
  });

  it('gives days, times, telephone numbers and amounts as text', async () => {
    const { rows } = await readBytes(
      oneSheet([
        ['Naam', 'Laatste contact', 'Tijd', 'Tel', 'Bedrag', 'Klant'],
        [
          'Jan',
          { number: 45_903, format: 'dd/mm/yyyy' },
          { number: 0.6, format: 'h:mm' },
          { number: 600_001_234, format: '0000000000' },
          812.345,
          true,
        ],
        [
          'Piet',
          { number: 45_903.5, format: 'd mmm yyyy h:mm' },
          { number: 1.5, format: '[h]:mm' },
          31_600_001_234,
          0.1 + 0.2,
          false,
        ],
        ['Mies', '3 sept', null, '06-00001234', { number: 1250.5, format: '"€"\\ #,##0.00' }, { error: '#N/A' }],
      ]),
    );
    expect(rows).toEqual([
      ['Jan', '2025-09-03', '14:24', '0600001234', '812.3450', 'true'],
      ['Piet', '2025-09-03T12:00:00', '36:00', '31600001234', '0.3', 'false'],
      ['Mies', '3 sept', '', '06-00001234', '1250.5', '#N/A'],
    ]);
  });

  it('counts its days from 1904 when an old Mac made it', async () => {
    const { rows } = await readBytes(
      oneSheet(
        [
          ['Naam', 'Datum'],
          ['Jan', { number: 44_441, format: 'yyyy-mm-dd' }],
        ],
        true,
      ),
    );
    expect(rows).toEqual([['Jan', '2025-09-03']]);
  });

  it('gives of a formula the value it was saved with, and evaluates nothing', async () => {
    const { rows } = await readBytes(
      oneSheet([
        ['Naam', 'Link', 'Som', 'Leeg'],
        [
          'Jan',
          { formula: 'HYPERLINK("http://example.nl","klik")', saved: 'klik' },
          { formula: '1+1', saved: 2 },
          { formula: 'WEBSERVICE("http://example.nl")', saved: null },
        ],
        [{ inline: '=cmd|calc' }, '_x0041_', 'a_x000D_\nb', ''],
      ]),
    );
    expect(rows).toEqual([
      ['Jan', 'klik', '2', ''],
      ['=cmd|calc', 'A', 'a\r\nb', ''],
    ]);
  });

  it('names a remark far to the right instead of losing the row', async () => {
    const many = Array.from({ length: 70 }, (_, row): TestCell[] => [`Persoon ${row}`, 'open']);
    const { rows, named } = await readBytes(
      oneSheet([['Naam', 'Status'], ...many, ['Piet', 'open', null, null, 'dit nog nakijken']]),
    );
    expect(rows.at(-1)).toEqual(['Piet', 'open', '', '', 'dit nog nakijken']);
    expect(named).toEqual(['72 extra 1']);
  });

  it('may have rich text, reading aids and prefixed names', async () => {
    const parts = workbookParts({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Naam', 'Tel'],
            ['Jan', '1'],
          ],
        },
      ],
    });
    parts.set(
      'xl/sharedStrings.xml',
      '<x:sst xmlns:x="m"><x:si><x:t>Naam</x:t></x:si><x:si><x:t>Tel</x:t></x:si><x:si><x:r><x:t>J</x:t></x:r><x:r><x:rPr/><x:t>an</x:t></x:r><x:rPh><x:t>hulp</x:t></x:rPh></x:si><x:si><x:t>&#233;&amp;</x:t></x:si></x:sst>',
    );
    expect((await readBytes(zipOf(parts))).rows).toEqual([['Jan', 'é&']]);
  });
});

describe('a workbook that is refused', () => {
  const bomb = withSheet(
    `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(800_000)}</sheetData></worksheet>`,
  );

  it('would unpack to far more than it is', async () => {
    expect(await refusalOf(zipOf(bomb))).toBe('inflates_too_far');
  });

  it('says that it is smaller than it is', async () => {
    expect(await refusalOf(zipOf(bomb, new Map([['xl/worksheets/sheet1.xml', 5000]])))).toBe('file_damaged');
  });

  it('is cut off, or broken inside', async () => {
    const good = oneSheet([['Naam'], ['Jan']]);
    expect(await refusalOf(good.subarray(0, good.length - 40))).toBe('file_damaged');
    const broken = Buffer.from(good);
    broken.fill(0xaa, 500, 560);
    expect(await refusalOf(broken)).toBe('file_damaged');
  });

  it('brings a document type, which could hold entities', async () => {
    expect(await refusalOf(zipOf(withSheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')))).toBe('file_damaged');
  });

  it('has nothing in it', async () => {
    expect(await refusalOf(oneSheet([]))).toBe('no_rows');
  });

  it('is another program’s', async () => {
    expect(
      await refusalOf(
        zipOf(
          new Map([
            ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
            ['content.xml', '<x/>'],
          ]),
        ),
      ),
    ).toBe('other_spreadsheet');
    expect(await refusalOf(zipOf(new Map([['word/document.xml', '<x/>']])))).toBe('not_a_table');
  });

  it('breaks half-way: its good rows are read, and the break is named', async () => {
    const rows = Array.from({ length: 4000 }, (_, row): TestCell[] => [
      `Persoon ${row}`,
      { inline: `${(row * 7919) % 10_007} ${(row * 104_729) % 99_991}` },
    ]);
    const bytes = workbookBytes({ sheets: [{ name: 'A', rows: [['Naam', 'Getal'], ...rows] }] });
    const sheetAt = bytes.indexOf('xl/worksheets/sheet1.xml');
    bytes.fill(0xff, sheetAt + 40_000, sheetAt + 40_100);
    const { rows: read, named } = await readBytes(bytes);
    expect(read.length).toBeGreaterThan(100);
    expect(read.length).toBeLessThan(4000);
    expect(named.at(-1)).toMatch(/ file_damaged$/);
  });
});

describe('a number format', () => {
  it.each([
    [0, undefined, 'number'],
    [14, undefined, 'date'],
    [20, undefined, 'time'],
    [22, undefined, 'datetime'],
    [164, 'General', 'number'],
    [164, '#,##0.00', 'number'],
    [164, '[$€-413] #,##0.00;[Red]-#,##0.00', 'number'],
    [164, '"dag" 0', 'number'],
    [164, 'd mmm yyyy', 'date'],
    [164, 'mmm-yy', 'date'],
    [164, '[$-413]d mmmm yyyy;@', 'date'],
    [164, 'dd/mm/yyyy hh:mm:ss.000', 'datetime'],
    [164, 'mm:ss', 'time'],
    [164, '[mm]:ss', 'time'],
    [164, '@', 'number'],
  ])('%i %s is a %s', (id, code, meaning) => {
    expect(numberMeaning(id, code)).toBe(meaning);
  });

  it('of zeros fills a number up', () => {
    expect(numberMeaning(164, '0000000000')).toEqual({ zeros: 10 });
  });
});

describe('a spreadsheet’s day number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [45_903, '2025-09-03'],
    [2_958_465, '9999-12-31'],
  ])('%i is %s', (serial, day) => {
    expect(serialDate(serial, false, false)).toBe(day);
  });

  it.each([-1, 3_000_000, Number.NaN])('%d is no day', (serial) => {
    expect(serialDate(serial, false, true)).toBeNull();
  });

  it('shows a duration in hours', () => {
    expect([0.5, 1.25, 0.000_011_574].map(serialTime)).toEqual(['12:00', '30:00', '0:00:01']);
  });
});
