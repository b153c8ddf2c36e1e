import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, daysBetween, toDay } from '#core/day/day';
import { addMonths, dueDay, eraseDay, holdDays, mayExtend } from './due-day.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(toDay('1990-01-01'), n));

describe('a request is answered within a calendar month', () => {
  test.each([
    ['2026-11-25', '2026-12-25'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2028-02-29', '2028-03-29'],
    ['2027-02-28', '2027-03-28'],
    ['2026-03-31', '2026-04-30'],
    // Weeks in which the clock changes.
    ['2026-09-25', '2026-10-25'],
    ['2027-02-28', '2027-03-28'],
  ])('received %s, due %s', (received, due) => {
    expect(dueDay(toDay(received), false)).toBe(due);
  });

  test.each([
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-10-31', '2027-01-31'],
    ['2026-12-01', '2027-03-01'],
  ])('two months more count from the day it came in: received %s, due %s', (received, due) => {
    expect(dueDay(toDay(received), true)).toBe(due);
  });

  test('the same date of the next month, or its last day: 28 to 31 days', () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const due = dueDay(received, false);
        const days = daysBetween(received, due);
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
        const sameDate = due.slice(8) === received.slice(8);
        const lastOfMonth = addDays(due, 1).slice(8) === '01';
        expect(sameDate || (lastOfMonth && due.slice(8) < received.slice(8))).toBe(true);
      }),
    );
  });

  test('who asks later is never answered earlier, and longer is longer', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, later) => {
        expect(dueDay(addDays(day, later), false) >= dueDay(day, false)).toBe(true);
        expect(dueDay(day, true) > dueDay(day, false)).toBe(true);
        expect(dueDay(day, true)).toBe(addMonths(day, 3));
      }),
    );
  });

  test('it is a matter of days: the hour and the clock change do not move it', () => {
    for (const hour of ['00:30', '01:30', '12:00', '22:30'])
      expect(dueDay(dayIn(new Date(`2026-10-25T${hour}:00Z`), 'Europe/Amsterdam'), false)).toBe('2026-11-25');
  });
});

test('it is lengthened once, within the first month, while it is open', () => {
  const receivedOn = toDay('2027-01-31');
  const request = { receivedOn, extended: false, open: true };
  expect(mayExtend(request, toDay('2027-02-28'))).toBe(true);
  expect(mayExtend(request, toDay('2027-03-01'))).toBe(false);
  expect(mayExtend({ ...request, extended: true }, receivedOn)).toBe(false);
  expect(mayExtend({ ...request, open: false }, receivedOn)).toBe(false);
});

test('an erasure is held 30 days, or till the request is due, and never less than a night', () => {
  const today = toDay('2026-11-25');
  expect(eraseDay(today, null)).toBe('2026-12-25');
  expect(eraseDay(today, toDay('2026-12-10'))).toBe('2026-12-10');
  expect(eraseDay(today, toDay('2027-02-01'))).toBe('2026-12-25');
  expect(eraseDay(today, toDay('2026-11-01'))).toBe('2026-11-26');
  fc.assert(
    fc.property(anyDay, fc.option(anyDay), (day, due) => {
      const days = daysBetween(day, eraseDay(day, due));
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(holdDays);
    }),
  );
});
