import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, safeText } from './csv-line.ts';

describe('what a spreadsheet would compute gets an apostrophe before it', () => {
  test.each([
    '=1+1',
    '+31612345678',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\ttext',
    ' =cmd|x',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff+1',
    '\u0000\u0001@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' \u200d ＝1',
    '−1',
  ])('%j', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  test.each(['Anna', "'t Hart", 'a=b', '10-2', 'anna@example.com', '', ' Anna', '06-12345678'])('not %j', (text) => {
    expect(safeText(text)).toBe(text);
  });

  test('whatever stands before the sign, when nobody sees it', () => {
    const hidden = fc.array(fc.constantFrom(' ', '\u00a0', '\u200b', '\u2060', '\u0001', '\u3000', '\t', '\u202e'));
    fc.assert(
      fc.property(hidden, fc.constantFrom('=', '+', '-', '@', '＝'), fc.string(), (before, sign, rest) => {
        expect(safeText(`${before.join('')}${sign}${rest}`).startsWith("'")).toBe(true);
      }),
    );
  });
});

test('a row reads back as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
      const [row] = parse(csvLine(cells), { relaxColumnCount: true, recordDelimiter: '\r\n' });
      expect(row).toEqual(cells.map(safeText));
    }),
  );
});

test('numbers stay numbers, and what is not known is empty', () => {
  expect(csvLine(['a "b", c', 3, null, 'x\ny'])).toBe('"a ""b"", c",3,,"x\ny"\r\n');
});
