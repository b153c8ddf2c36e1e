import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, toDay, weekdayOf } from '#core/day/day';
import { mondaysBetween, timeKindOf } from './time-kind.ts';

const day = toDay('2026-11-24');
const moment = { apart: false, first: true, revived: false };

describe('what time went to', () => {
  test.each([
    ['the first contact is new', moment, 'new'],
    ['a later one is running', { ...moment, first: false }, 'running'],
    ['picked up again it is revived', { ...moment, first: false, revived: true }, 'revived'],
    ['without an opportunity it is care', { ...moment, apart: true, first: false }, 'care'],
  ])('%s', (_, given, kind) => {
    expect(timeKindOf(given)).toBe(kind);
  });

  test('every day of a period lies in exactly one of its weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), fc.nat(400), (at, length) => {
        const from = addDays(day, at);
        const to = addDays(from, length);
        const mondays = mondaysBetween(from, to);
        for (const monday of mondays) expect(weekdayOf(monday)).toBe(1);
        const first = mondays[0] ?? from;
        const last = mondays.at(-1) ?? to;
        expect(first <= from && daysBetween(first, from) < 7).toBe(true);
        expect(last <= to && daysBetween(last, to) < 7).toBe(true);
        expect(daysBetween(first, last)).toBe((mondays.length - 1) * 7);
      }),
    );
  });
});
