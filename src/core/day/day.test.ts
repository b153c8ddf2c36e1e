import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, daysBetween, isDay, toDay, weekdayOf } from './day.ts';
import { publicHolidays } from './public-holidays.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays(toDay('2026-01-01'), n % 40_000));

describe('a calendar day', () => {
  test.each(['2026-02-30', '2026-13-01', '31-02-2026', '2026-2-3', '', '2025-02-29'])('%s is none', (text) =>
    expect(isDay(text)).toBe(false),
  );

  test('adding and counting days agree, and weekdays go round in sevens', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
    expect(weekdayOf(toDay('2026-11-24'))).toBe(2);
    expect(weekdayOf(toDay('1969-12-28'))).toBe(7);
  });

  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s is %s in Amsterdam, also in the nights of the clock change', (instant, day) => {
    expect(dayIn(new Date(instant), 'Europe/Amsterdam')).toBe(day);
  });

  test('is the same instant another day elsewhere', () => {
    const instant = new Date('2026-11-24T11:30:00Z');
    expect(dayIn(instant, 'Pacific/Kiritimati')).toBe('2026-11-25');
    expect(dayIn(instant, 'Pacific/Pago_Pago')).toBe('2026-11-24');
  });
});

test('a day is one exactly when the calendar of the language has it', () => {
  const figures = (n: number, width: number) => String(n).padStart(width, '0');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (y, m, d) => {
        const text = `${figures(y, 4)}-${figures(m, 2)}-${figures(d, 2)}`;
        const time = Date.UTC(y, m - 1, d);
        expect(isDay(text), text).toBe(new Date(time).toISOString().slice(0, 10) === text);
      },
    ),
    { numRuns: 5000 },
  );
});

test('Dutch public holidays are not worked, Good Friday is', () => {
  const days = publicHolidays('NL', 2026);
  for (const day of ['2026-01-01', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26'])
    expect(days).toContain(day);
  expect(days).not.toContain('2026-04-03');
  expect(publicHolidays('XX', 2026)).toEqual([]);
});
