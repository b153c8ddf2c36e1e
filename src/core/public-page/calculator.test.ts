import { describe, expect, test } from 'vitest';
import { calculatorQuery, readCalculator } from './calculator.ts';

describe('what a calculator’s address says', () => {
  test('nothing: what stands there at first', () => {
    expect(readCalculator({})).toEqual({ newPerMonth: 20, value: 1000, stopAfter: 3, chance: 20 });
  });

  test('the address that is shared gives the same numbers', () => {
    const input = { newPerMonth: 7, value: 2500, stopAfter: 12, chance: 35 };
    expect(readCalculator(Object.fromEntries(new URLSearchParams(calculatorQuery(input))))).toEqual(input);
  });

  test.each([
    ['only the slider was moved', { n: '20', ns: '45', n0: '20' }, 45],
    ['only the number was typed', { n: '150', ns: '20', n0: '20' }, 150],
    ['both: what was typed', { n: '7', ns: '45', n0: '20' }, 7],
    ['neither', { n: '20', ns: '20', n0: '20' }, 20],
    ['a slider that cannot reach the number', { n: '400', ns: '100', n0: '400' }, 100],
  ])('%s', (_, query, newPerMonth) => {
    expect(readCalculator(query).newPerMonth).toBe(newPerMonth);
  });

  test('what is no number, too little or too much becomes the nearest that is', () => {
    expect(readCalculator({ n: 'veel', v: '-3', k: '99', p: '12,6' })).toEqual({
      newPerMonth: 20,
      value: 1,
      stopAfter: 12,
      chance: 13,
    });
    expect(readCalculator({ n: ['1', '2'], v: {}, k: 'Infinity', p: '' })).toEqual(readCalculator({}));
  });
});
