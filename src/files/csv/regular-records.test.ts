import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delimiter } from '../table-file.ts';
import { csvRecords } from './csv-records.ts';
import { regularRecords } from './regular-records.ts';

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function recordsOf(text: string, delimiter: Delimiter, length: number): Promise<(readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for await (const records of csvRecords(inPieces(text, length), delimiter)) {
    for (const record of records) all.push('cells' in record ? record.cells : [record.problem]);
  }
  return all;
}

/** As csv-parse reads the whole text. */
function parsedOf(text: string, delimiter: Delimiter): (readonly string[])[] | 'quote_not_closed' {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch {
    return 'quote_not_closed';
  }
}

describe('records cut by hand', () => {
  it('are plain cells and cells within quotation marks', () => {
    expect(regularRecords('a;"b;""c""\nd"\r\n;\re', ';', true)).toEqual({
      records: [['a', 'b;"c"\nd'], ['', ''], ['e']],
      read: 18,
      odd: false,
    });
  });

  it.each([
    ['a cell', 'a;b\nc;d', 4],
    ['an end of CR or CRLF', 'a;b\r', 0],
    ['a quotation mark that may be the first of two', 'a;"b"', 0],
    ['a cell within quotation marks', 'a\n"b\nc', 2],
  ])('leave %s that may go on in the next piece', (_, text, read) => {
    expect(regularRecords(text, ';', false)).toMatchObject({ read, odd: false });
  });

  it.each([
    ['letters behind the closing mark', 'a;b\n"c"d;e\n'],
    ['a mark that is never closed', 'a;b\n"c;d\n'],
  ])('stop before %s', (_, text) => {
    expect(regularRecords(text, ';', true)).toEqual({ records: [['a', 'b']], read: 4, odd: true });
  });
});

describe('the records of a CSV', () => {
  const letters = fc.constantFrom(
    'a',
    '"',
    '"',
    '""',
    ';',
    ',',
    '\n',
    '\r',
    '\r\n',
    ' ',
    'é',
    '\uFEFF',
    '\u0000',
    '";"',
    '"\n"',
  );
  it('are those of csv-parse, whatever the text and wherever its pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: letters, maxLength: 60 }),
        fc.constantFrom<Delimiter>(';', ','),
        fc.integer({ min: 1, max: 70 }),
        async (text, delimiter, length) => {
          const expected = parsedOf(text, delimiter);
          const records = await recordsOf(text, delimiter, length);
          if (expected === 'quote_not_closed') expect(records.at(-1)).toEqual(['quote_not_closed']);
          else expect(records).toEqual(expected);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
