import { describe, expect, test } from 'vitest';
import { hourLines, piecesOf, totalOf } from './week-facts.ts';

const week = { monday: '2026-11-23', minutes: { new: 60, running: 120, revived: 0, care: 20 } };

describe('a bar of a week', () => {
  test('its pieces stand on each other and reach as high as the week', () => {
    expect(piecesOf(week, 400)).toEqual([
      { kind: 'new', from: 0, to: 0.15 },
      { kind: 'running', from: 0.15, to: 0.45 },
      { kind: 'care', from: 0.45, to: 0.5 },
    ]);
    expect(totalOf(week)).toBe(200);
  });

  test('at most four lines, at whole or half hours, within the highest', () => {
    expect(hourLines(200)).toEqual([1, 2, 3]);
    expect(hourLines(50)).toEqual([0.5]);
    for (const most of [30, 61, 240, 700, 3000, 40_000]) {
      expect(hourLines(most).length).toBeLessThanOrEqual(4);
      for (const hours of hourLines(most)) expect(hours * 60).toBeLessThanOrEqual(most);
    }
  });
});
