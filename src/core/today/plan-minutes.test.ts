import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMinutes, type PlanItem } from './plan-minutes.ts';

const items = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 20 }),
    gain: fc.integer({ min: 0, max: 50 }),
    first: fc.boolean(),
  }),
  { maxLength: 9 },
);
const of = (list: readonly PlanItem[], chosen: readonly number[], what: (item: PlanItem) => number) =>
  chosen.reduce((total, position) => {
    const item = list[position];
    return total + (item ? what(item) : 0);
  }, 0);
const minutesOf = (item: PlanItem) => item.minutes;
const gainOf = (item: PlanItem) => item.gain;
const isFirst = (item: PlanItem) => Number(item.first);

/** Every choice that there is: what the plan is held against. */
const everyChoice = (list: readonly PlanItem[], budget: number) =>
  Array.from({ length: 2 ** list.length }, (_, bits) =>
    list.flatMap((_item, i) => ((bits >> i) & 1 ? [i] : [])),
  ).filter((chosen) => of(list, chosen, minutesOf) <= budget);

describe('the plan for the minutes that one has', () => {
  test('is the best of all sets that fit, where no first contact has to be kept in', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 60 }), (list, budget) => {
        const chosen = planMinutes(list, budget, 0);
        expect(of(list, chosen, minutesOf)).toBeLessThanOrEqual(budget);
        expect(of(list, chosen, gainOf)).toBe(
          Math.max(...everyChoice(list, budget).map((one) => of(list, one, gainOf))),
        );
        expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
      }),
    );
  });

  test('has the first contacts that were asked for, and around them the best that fits', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 3 }), (list, budget, firsts) => {
        const chosen = planMinutes(list, budget, firsts);
        expect(of(list, chosen, minutesOf)).toBeLessThanOrEqual(budget);
        // Taken in order, as far as they fit.
        let left = budget;
        const inTurn = list.flatMap((item, position) => {
          if (!item.first || item.minutes > left) return [];
          left -= item.minutes;
          return [position];
        });
        const kept = inTurn.slice(0, firsts);
        expect(of(list, chosen, isFirst)).toBeGreaterThanOrEqual(kept.length);
        const around = everyChoice(list, budget).filter((one) => kept.every((position) => one.includes(position)));
        expect(of(list, chosen, gainOf)).toBeGreaterThanOrEqual(
          Math.max(...around.map((one) => of(list, one, gainOf))),
        );
      }),
    );
  });

  test('gives nothing up for first contacts that are in it anyway', () => {
    const list = [
      { minutes: 10, gain: 9, first: true },
      { minutes: 10, gain: 20, first: false },
      { minutes: 10, gain: 10, first: true },
    ];
    expect(planMinutes(list, 20, 1)).toEqual([1, 2]);
    expect(planMinutes(list, 20, 2)).toEqual([0, 2]);
  });

  test('a first contact that is worth little comes all the same when its turn is there', () => {
    const list = [
      ...Array.from({ length: 8 }, () => ({ minutes: 10, gain: 50, first: false })),
      { minutes: 10, gain: 1, first: true },
    ];
    expect(planMinutes(list, 60, 0)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(planMinutes(list, 60, 1)).toEqual([0, 1, 2, 3, 4, 8]);
  });
});
