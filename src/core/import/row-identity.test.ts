import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { foldText, foldWords } from './fold-text.ts';
import { RowValues } from './values-of-row.ts';

describe('the fingerprint of a row', () => {
  it('is the same by the short way, as rows brought in long ago are found by it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Z', ' ', '  ', '\n', '\u00e9', 'e\u0301', '\u00a0', '"', '\u20ac'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), (cells) => {
        const canonical = cells.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
        expect(fingerprint(cells)).toBe(
          JSON.stringify(canonical.slice(0, canonical.findLastIndex((text) => text !== '') + 1)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same when spaces, line ends and empty cells at the end differ', () => {
    expect(fingerprint([' Jan  Jansen', 'a\r\nb', '', ''])).toBe(fingerprint(['Jan Jansen ', 'a\nb']));
    expect(fingerprint(['Ren\u00e9e'])).toBe(fingerprint(['Rene\u0301e']));
  });

  it('differs with every letter, capital and border between cells', () => {
    const rows = [
      ['Jan', 'Jansen'],
      ['jan', 'Jansen'],
      ['Jan Jansen'],
      ['Jan', '', 'Jansen'],
      ['', 'Jan', 'Jansen'],
      ['Jan","Jansen'],
    ];
    expect(new Set(rows.map(fingerprint)).size).toBe(rows.length);
  });
});

describe('folded text', () => {
  it.each([
    ['Renée  KUĲPER', 'renee kuijper'],
    ['Straße', 'strasse'],
    ['Ørsted Łódź', 'orsted lodz'],
    ['İstanbul', 'istanbul'],
    ['’s-Hertogenbosch', "'s-hertogenbosch"],
  ])('of %s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('has only words when it is compared with phrases', () => {
    expect(foldWords('E-mail (zakelijk): ZZP’er')).toBe('e mail zakelijk zzp er');
  });

  it('has the same words by short ways as by the classes of Unicode', () => {
    const unit = fc.constantFrom("'", 's', "'s", 'A', 'é', '-', '9', ' ', '.', 'x', '日', '&', '\u00a0');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const words = foldText(text)
          .replace(/(?<=\p{L})'(?=s(?:[^\p{L}]|$))/gu, '')
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        expect(foldWords(text)).toBe(words);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('the values of a row', () => {
  const columns = [
    { index: 0, header: 'Tel', field: 'phone', confidence: 0.95 },
    { index: 1, header: 'Mobiel', field: 'phone', confidence: 0.95 },
    { index: 2, header: 'Opm.', field: 'note', confidence: 0.95 },
    { index: 3, header: 'Next step', field: 'note', confidence: 0.9 },
    { index: 4, header: 'Regio', field: null, confidence: 0 },
  ] as const;

  it('take the first filled of columns that share a field, and join notes', () => {
    const values = new RowValues(columns, ['', '06-00001234', 'aardig', 'bellen', 'Noord']);
    expect([values.get('phone'), values.get('note'), values.get('city'), values.isEmpty()]).toEqual([
      '06-00001234',
      'aardig\nNext step: bellen',
      undefined,
      false,
    ]);
  });

  it('hold nothing for cells that are blank or missing', () => {
    expect(new RowValues(columns, ['  ']).isEmpty()).toBe(true);
  });
});
