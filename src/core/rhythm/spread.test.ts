import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlanning, tuesday } from '#core/opportunity/facts.cases';
import { isWorkingDay } from '#core/day/calendar';
import { isNeverDay } from './never-days.ts';
import { spreadOverDays, spreadSlow } from './spread.ts';

const { calendar } = aPlanning();

test('work keeps its order, falls on working days and fills each day to its capacity but for a first long item', () => {
  const items = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 5, max: 240 }),
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 0, max: 60 }),
      (minutes, minutesADay, days, busy) => {
        const work = minutes.map((m, i) => ({ item: i, minutes: m }));
        const { placed, over } = spreadOverDays(work, {
          calendar,
          from: tuesday,
          days,
          minutesADay,
          planned: new Map([[tuesday, busy]]),
        });
        expect([...placed.map((p) => p.item), ...over]).toEqual(work.map((w) => w.item));
        const byDay = new Map<string, number[]>();
        for (const { item, on } of placed) {
          expect(isWorkingDay(calendar, on)).toBe(true);
          byDay.set(on, [...(byDay.get(on) ?? []), minutes[item] ?? 0]);
        }
        expect(byDay.size).toBeLessThanOrEqual(days);
        for (const [on, list] of byDay) {
          const room = minutesADay - (on === tuesday ? busy : 0);
          if (list.length > 1)
            expect(list.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(Math.max(room, list[0] ?? 0));
        }
      },
    ),
  );
});

test('what is slow comes evenly within the quarter, each once', () => {
  const placed = spreadSlow(
    Array.from({ length: 550 }, (_, i) => i),
    { calendar, from: tuesday },
  );
  const byDay = new Map<string, number>();
  for (const { on } of placed) byDay.set(on, (byDay.get(on) ?? 0) + 1);
  expect(placed).toHaveLength(550);
  expect(new Set(byDay.values())).toEqual(new Set([10]));
});

test('nobody comes on a weekday that never suits them, nobody is lost, and each day takes the best that it suits', () => {
  const someDays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 90 }), never: someDays }), { maxLength: 50 }),
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      fc.integer({ min: 5, max: 240 }),
      fc.integer({ min: 1, max: 10 }),
      (all, workingDays, minutesADay, days) => {
        const neverDays = (item: number) => all[item]?.never ?? [];
        const when = { calendar: { ...calendar, workingDays }, from: tuesday, neverDays };
        const work = all.map(({ minutes }, item) => ({ item, minutes }));
        const { placed, over } = spreadOverDays(work, { ...when, days, minutesADay, planned: new Map() });
        const whole = [...placed, ...spreadSlow(over, when)];
        expect(whole.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(work.map(({ item }) => item));
        for (const { item, on } of whole) expect(isNeverDay(neverDays(item), on)).toBe(false);
        // Who waits longer was not as good, or the days before did not suit.
        for (const late of placed)
          for (const soon of placed)
            if (soon.on < late.on && late.item < soon.item)
              expect(isNeverDay(neverDays(late.item), soon.on)).toBe(true);
      },
    ),
  );
});
