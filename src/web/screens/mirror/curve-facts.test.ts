import { describe, expect, test } from 'vitest';
import { halfwayOf, peakOf, totalOf } from './curve-facts.ts';

const rows = (...counts: number[]) => counts.map((count, index) => ({ number: index + 1, count }));

describe('what a curve says', () => {
  test('the peak is the number with most, the first among equals', () => {
    expect(peakOf(rows(1, 4, 2, 4))).toBe(2);
    expect(peakOf(rows(0, 0, 1))).toBe(3);
  });
  test('half of the stops had happened by the number where the sum reaches half', () => {
    expect(halfwayOf(rows(5, 1, 1, 3))).toBe(1);
    expect(halfwayOf(rows(4, 1, 1, 4))).toBe(2);
    expect(halfwayOf(rows(1, 1, 1, 9))).toBe(4);
  });
  test('of nothing there is neither peak nor half', () => {
    expect(peakOf(rows(0, 0))).toBeNull();
    expect(halfwayOf(rows(0, 0))).toBeNull();
    expect(totalOf([])).toBe(0);
  });
});
