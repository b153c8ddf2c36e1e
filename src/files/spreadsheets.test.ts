import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toDay } from '#core/day/day';
import { lastWords } from '#core/import/last-words';
import { parseDay } from '#core/import/parse-day';
import { parseMoney } from '#core/import/parse-money';
import { parsePhone } from '#core/import/parse-phone';
import type { Parsed } from '#core/import/parsed';
import { parseState } from '#core/import/parse-state';
import { readDatesInNotes } from '#core/import/read-dates-in-notes';
import { recognise } from '#core/import/recognise';
import { RowValues } from '#core/import/values-of-row';
import type { ImportField } from '#core/import/import-field';
import { openTable } from './open-table.ts';
import { readAll } from './read-table.cases.ts';

const today = toDay('2025-11-24');

async function read(file: string) {
  const { table, rows, rowNumbers, named } = await readAll(
    await openTable({ path: fileURLToPath(new URL(`../../tests/fixtures/spreadsheets/${file}`, import.meta.url)) }),
  );
  const recognised = recognise(table.headers, rows);
  return {
    table,
    rows,
    named,
    recognised,
    rowNumbers,
    values: rows.map((row) => new RowValues(recognised.columns, row)),
  };
}

type Read = Awaited<ReturnType<typeof read>>;

function unread(file: Read, field: ImportField, parse: (text: string) => Parsed<unknown>): string[] {
  return file.values.flatMap((row, index) => {
    const cell = row.get(field);
    const parsed = cell === undefined ? null : parse(cell);
    return parsed === null || parsed.ok ? [] : [`${file.rowNumbers[index]} ${parsed.problem}`];
  });
}

function states(file: Read): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of file.values) {
    const parsed = parseState(row.get('state') ?? '');
    const state = parsed.ok ? (parsed.value.saidNo ? 'said no' : parsed.value.state) : parsed.problem;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

function fields(file: Read): (ImportField | null)[] {
  return file.recognised.columns.map(({ field }) => field);
}

describe('a list with everything in one cell (prospects-notities.csv)', () => {
  it('tells of 57 let go, of whom 51 never said no', async () => {
    const file = await read('prospects-notities.csv');
    expect(file.table).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(fields(file)).toEqual(['name', 'organisation', 'phone', 'email', 'value', 'state', 'note']);
    expect(states(file)).toEqual({ stopped: 51, 'said no': 6, open: 2, won: 1 });
  });

  it('has no count of contacts, but the days are in its notes', async () => {
    const file = await read('prospects-notities.csv');
    const histories = file.values.map((row) =>
      readDatesInNotes(row.get('note') ?? '', { today, order: file.recognised.dateOrder }),
    );
    expect(histories.filter((moments) => moments.length > 0).length).toBeGreaterThan(50);
    expect(histories[0]?.map(({ day }) => day)).toEqual(['2025-09-03', '2025-09-12', '2025-09-20', '2025-10-01']);
    expect(lastWords(file.values[0]?.get('note') ?? '')).toBe('gesproken, wil offerte');
  });

  it('is understood to the last amount and telephone number', async () => {
    const file = await read('prospects-notities.csv');
    expect(unread(file, 'value', (text) => parseMoney(text, file.recognised.decimal))).toEqual([]);
    expect(unread(file, 'phone', parsePhone)).toEqual([]);
  });

  it('keeps a formula as text', async () => {
    const file = await read('prospects-notities.csv');
    expect(file.values.some((row) => row.get('note')?.startsWith('=HYPERLINK("http://example.nl"'))).toBe(true);
  });
});

describe('a customer list in Excel (klantenlijst.xlsx)', () => {
  it('is read below its title, and its total is nobody', async () => {
    const file = await read('klantenlijst.xlsx');
    expect(file.table).toMatchObject({ sheet: 'Klanten', headerRow: 3 });
    expect(file.rows).toHaveLength(60);
    expect(file.named).toEqual(['64 totals_row']);
  });

  it('has columns without a header, which are seen by what is in them', async () => {
    const file = await read('klantenlijst.xlsx');
    expect(fields(file)).toEqual([
      'externalId',
      'organisation',
      'name',
      'phone',
      'email',
      'value',
      'state',
      'createdOn',
      'last',
      'held',
      'note',
    ]);
    expect(unread(file, 'phone', parsePhone)).toEqual([]);
    expect(unread(file, 'value', (text) => parseMoney(text, file.recognised.decimal))).toEqual([]);
    expect(states(file)).toEqual({ stopped: 24, 'said no': 12, open: 12, won: 12 });
  });

  it('has days as days and as text; what is no day is named', async () => {
    const file = await read('klantenlijst.xlsx');
    expect(unread(file, 'last', (text) => parseDay(text, file.recognised.dateOrder, { today }))).toEqual([
      '18 not_a_date',
      '36 not_a_date',
      '54 not_a_date',
    ]);
  });
});

describe('relations pasted together (relaties-gekopieerd.csv)', () => {
  it('is read in UTF-16 with tabs, its second row of headers named', async () => {
    const file = await read('relaties-gekopieerd.csv');
    expect(file.table).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', headerRow: 3 });
    expect(fields(file)).toEqual([
      'firstName',
      'particle',
      'lastName',
      'organisation',
      'phone',
      'email',
      'last',
      'next',
      'value',
      'state',
      'note',
    ]);
    expect(file.rows).toHaveLength(61);
    expect(file.named).toEqual(['34 headers_again']);
  });

  it('has days in seven ways; an impossible one and a vague one are named', async () => {
    const file = await read('relaties-gekopieerd.csv');
    expect(file.recognised.dateOrder).toBe('dmy');
    expect(unread(file, 'last', (text) => parseDay(text, file.recognised.dateOrder, { today }))).toEqual([
      '17 no_such_day',
      '46 not_a_date',
    ]);
    expect(unread(file, 'next', (text) => parseDay(text, file.recognised.dateOrder, { today }))).toEqual([]);
  });
});
