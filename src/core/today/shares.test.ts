import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { CARE_SHARE, careToday, FIRST_SHARE, firstContactsToday, roomBesideCare, workingDayNumber } from './shares.ts';

const days = Array.from({ length: 400 }, (_, day) => 14_000 + day);
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

describe('a small share of the minutes for first contacts and for attention', () => {
  test('a quarter of an hour a day buys three of ten minutes in twenty days, of each', () => {
    const twenty = days.slice(0, 20);
    expect(sum(twenty.map((day) => firstContactsToday(15, 10, day)))).toBe(3);
    expect(twenty.flatMap((day) => careToday([10, 10], 15, day))).toEqual([0, 0, 0]);
  });

  test('with a quarter of an hour the two never want the same day', () => {
    for (const day of days) expect(firstContactsToday(15, 10, day) + careToday([10], 15, day).length).toBeLessThan(2);
  });

  test('a whole day buys several', () => {
    for (const day of days) expect([4, 5]).toContain(firstContactsToday(480, 10, day));
    for (const day of days)
      expect([4, 5]).toContain(
        careToday(
          Array.from({ length: 9 }, () => 10),
          480,
          day,
        ).length,
      );
  });

  test('over the days it comes to the share, whatever the minutes', () => {
    const budgets = fc.integer({ min: 1, max: 720 });
    fc.assert(
      fc.property(
        budgets,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 30_000 }),
        (minutes, each, start) => {
          fc.pre(each <= minutes);
          const row = Array.from({ length: 60 }, (_, day) => start + day);
          const firsts = sum(row.map((day) => firstContactsToday(minutes, each, day))) * each;
          expect(Math.abs(firsts - FIRST_SHARE * minutes * row.length)).toBeLessThanOrEqual(each + 1e-6);
          const many = Array.from({ length: 80 }, () => each);
          const care = row.flatMap((day) => careToday(many, minutes, day)).length * each;
          expect(Math.abs(care - CARE_SHARE * minutes * row.length)).toBeLessThanOrEqual(each + 1e-6);
        },
      ),
    );
  });

  test('nothing that takes longer than the day has', () => {
    expect(days.some((day) => firstContactsToday(15, 60, day) > 0)).toBe(false);
    expect(days.some((day) => careToday([90], 60, day).length > 0)).toBe(false);
  });

  test('a long visit that does not fit holds nobody up', () => {
    expect(days.flatMap((day) => careToday([90, 10], 60, day))).toContain(1);
    expect(days.flatMap((day) => careToday([90, 10], 60, day))).not.toContain(0);
  });

  test('who takes no minutes is in no plan, also on their day, and holds nobody up', () => {
    expect(days.flatMap((day) => careToday([0, 0], 480, day, new Set([0])))).toEqual([]);
    const plain = days.map((day) => careToday([10, 10], 480, day));
    expect(days.map((day) => careToday([0, 10, 0, 10], 480, day))).toEqual(
      plain.map((chosen) => chosen.map((position) => 2 * position + 1)),
    );
  });

  test('where commitments leave next to nothing it comes next to never', () => {
    expect(days.some((day) => careToday([10], 5, day).length > 0)).toBe(false);
    expect(days.slice(0, 100).flatMap((day) => careToday([10], 10, day))).toHaveLength(10);
  });
});

describe('what attention leaves for work', () => {
  test('is what it does not take, and at least the best piece that would fit without it', () => {
    expect(roomBesideCare(60, 20, [10, 10])).toBe(40);
    expect(roomBesideCare(60, 60, [10, 5])).toBe(10);
    expect(roomBesideCare(60, 90, [75, 10])).toBe(10);
    expect(roomBesideCare(60, 90, [])).toBe(0);
    expect(roomBesideCare(5, 10, [10])).toBe(0);
  });

  test('always holds a piece of work, if any fits in the minutes at all', () => {
    const minutes = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 400 }), fc.array(minutes), (left, care, needed) => {
        const room = roomBesideCare(left, care, needed);
        expect(room).toBeLessThanOrEqual(left);
        expect(needed.some((one) => one <= room)).toBe(needed.some((one) => one <= left));
      }),
    );
  });
});

describe('the number of a working day', () => {
  const week = (working: readonly number[]) =>
    Array.from({ length: 14 }, (_, day) => workingDayNumber(working, addDays(toDay('2026-11-23'), day)));

  test('goes up by one each working day, and stands still in the weekend', () => {
    const numbers = week([1, 2, 3, 4, 5]);
    expect(numbers.map((one) => one - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 8, 9, 9, 9]);
  });

  test('a turn falls on no fixed day of the week, so that no working day is always passed over', () => {
    const monday = toDay('2026-11-23');
    const withTurn = new Set<number>();
    for (let day = 0; day < 400; day += 1) {
      const number = workingDayNumber([2, 4], addDays(monday, day));
      if (day % 7 === 1 && firstContactsToday(20, 10, number) > 0) withTurn.add(2);
      if (day % 7 === 3 && firstContactsToday(20, 10, number) > 0) withTurn.add(4);
    }
    expect([...withTurn].toSorted()).toEqual([2, 4]);
  });
});
