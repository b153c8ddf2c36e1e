import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExperiment, stopAdvice } from './experiment.ts';
import { fitMinutes } from './fit-minutes.ts';
import { seededRandom } from './seeded-random.ts';

function twentyThousand(seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: 20_000 }, () => random());
}

describe('advice to stop that does not punish learning', () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `0190b1c2-0000-7000-8000-${String(index).padStart(12, '0')}`);

  it('varies one state in ten, at every number', () => {
    for (const number of [1, 3, 11]) {
      const varied = ids.filter((id) => isExperiment(id, number)).length;
      expect(varied / ids.length).toBeGreaterThan(0.085);
      expect(varied / ids.length).toBeLessThan(0.115);
    }
  });

  it('varies each number by itself', () => {
    const both = ids.filter((id) => isExperiment(id, 4) && isExperiment(id, 5)).length;
    expect(both / ids.length).toBeLessThan(0.02);
    expect(both).toBeGreaterThan(0);
  });

  it('says the same whenever it is asked, never at a share of nothing and always at all', () => {
    expect(ids.map((id) => isExperiment(id, 2))).toEqual(ids.map((id) => isExperiment(id, 2)));
    expect(ids.some((id) => isExperiment(id, 2, 0))).toBe(false);
    expect(ids.every((id) => isExperiment(id, 2, 1))).toBe(true);
  });

  it('advises an experiment only where it would else advise to stop', () => {
    expect(ids.every((id) => stopAdvice(true, id, 3) === 'go_on')).toBe(true);
    const advice = new Set(ids.map((id) => stopAdvice(false, id, 3)));
    expect([...advice].toSorted()).toEqual(['experiment', 'stop']);
  });
});

describe('filling the minutes that one has', () => {
  const items = fc.array(
    fc.record({ minutes: fc.integer({ min: 1, max: 20 }), gain: fc.integer({ min: 0, max: 50 }) }),
    {
      maxLength: 9,
    },
  );

  it('finds the best of all choices when the items are few', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 60 }), (list, budget) => {
        const worth = (chosen: readonly number[]) => chosen.reduce((sum, index) => sum + (list[index]?.gain ?? 0), 0);
        const length = (chosen: readonly number[]) =>
          chosen.reduce((sum, index) => sum + (list[index]?.minutes ?? 0), 0);
        const all = Array.from({ length: 2 ** list.length }, (_, bits) =>
          list.flatMap((_item, i) => ((bits >> i) & 1 ? [i] : [])),
        );
        const best = Math.max(...all.filter((chosen) => length(chosen) <= budget).map(worth));
        const { kind, chosen } = fitMinutes(list, budget);
        expect(kind).toBe('exact');
        expect(worth(chosen)).toBe(best);
        expect(length(chosen)).toBeLessThanOrEqual(budget);
        expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
      }),
    );
  });

  it('keeps the order’s own choice where nothing gains more', () => {
    expect(
      fitMinutes(
        [
          { minutes: 10, gain: 5 },
          { minutes: 10, gain: 5 },
          { minutes: 10, gain: 5 },
        ],
        20,
      ).chosen,
    ).toEqual([0, 1]);
  });

  it('prefers one long moment to a short one that leaves the rest of the time empty', () => {
    expect(
      fitMinutes(
        [
          { minutes: 2, gain: 3 },
          { minutes: 15, gain: 20 },
        ],
        15,
      ).chosen,
    ).toEqual([1]);
  });

  it('goes by the order alone when the items are many', () => {
    const many = Array.from({ length: 5000 }, () => ({ minutes: 7, gain: 1 }));
    expect(fitMinutes(many, 480)).toEqual({
      kind: 'in_order',
      chosen: Array.from({ length: 68 }, (_, index) => index),
    });
  });
});

describe('the seeded sequence behind every simulation', () => {
  it('is the same for the same seed and spreads evenly over nought to one', () => {
    const drawn = twentyThousand(42);
    expect(drawn).toEqual(twentyThousand(42));
    expect(drawn).not.toEqual(twentyThousand(43));
    expect(drawn.every((number) => number > 0 && number < 1)).toBe(true);
    expect(drawn.reduce((sum, number) => sum + number, 0) / drawn.length).toBeCloseTo(0.5, 1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inside = drawn.filter((number) => Math.floor(number * 10) === tenth).length;
      expect(Math.abs(inside - 2000)).toBeLessThan(200);
    }
  });
});
