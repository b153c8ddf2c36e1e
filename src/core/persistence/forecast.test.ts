import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../day/day.ts';
import { forecast, type ForecastProspect } from './forecast.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { at, perStage, sumOf } from './stage-list.ts';
import {
  chanceOfNothing,
  distributionOfSum,
  momentsOfSum,
  quantileOfSum,
  type Prospective,
} from './sum-distribution.ts';

const { hazards } = priorOf(DEFAULT_PRIOR);
const continues = hazards.map((hazard) => 1 - hazard);
const gaps = [2, 3, 4, 7, 7, 10, 14, 14, 21, 21, 30];
const prospect = (held: number, nextOn: string, value: number): ForecastProspect => ({
  held,
  nextOn: toDay(nextOn),
  value,
  hazards,
  continues,
});
const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const terms = (most: number): fc.Arbitrary<Prospective[]> =>
  fc.array(
    fc.record({ value: fc.integer({ min: 0, max: 500_000 }), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: most },
  );

describe('revenue to come per month', () => {
  it('books a sale on the day of its moment, over a change of year and a leap day', () => {
    const { chances } = forecast([prospect(0, '2027-12-31', 100), prospect(10, '2028-02-08', 100)], gaps);
    expect([...(chances[0]?.keys() ?? [])]).toEqual(['2027-12', '2028-01', '2028-02', '2028-03', '2028-04', '2028-05']);
    // 30 days after 8 February of a leap year is 9 March.
    expect([...(chances[1]?.keys() ?? [])]).toEqual(['2028-02', '2028-03']);
  });

  it('spreads exactly the chance that the prospect buys at all', () => {
    const { chances } = forecast([prospect(0, '2026-03-09', 100)], gaps);
    expect(sumOf([...(chances[0]?.values() ?? [])])).toBeCloseTo(0.2, 12);
  });

  it('expects nothing more from a prospect beyond the twelfth moment', () => {
    expect(forecast([prospect(12, '2026-03-09', 100)], gaps)).toEqual({ chances: [new Map()], periods: [] });
  });

  it('convolves a quarter with the quarter’s chance, which no sum of monthly quantiles gives', () => {
    const open = perStage((index) => index).map((held) => prospect(held, '2026-04-01', 1000));
    const quarter = forecast(open, gaps, quarterOf).periods.find(({ period }) => period === '2026-Q2');
    const months = forecast(open, gaps).periods.filter(({ period }) => period >= '2026-04' && period <= '2026-06');
    expect(quarter?.mean).toBeCloseTo(sumOf(months.map((month) => month.mean)), 9);
    expect(quarter?.p90).not.toBe(sumOf(months.map((month) => month.p90)));
  });

  it('expects of each what it did before when another opportunity is added', () => {
    const open = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 1e9 }))
      .map(([held, day, value]) => prospect(held, `2026-03-${String(day).padStart(2, '0')}`, value));
    fc.assert(
      fc.property(fc.array(open, { maxLength: 6 }), open, (some, another) => {
        const [before, after] = [forecast(some, gaps), forecast([...some, another], gaps)];
        expect(after.chances.slice(0, some.length)).toEqual(before.chances);
        const elsewhere = after.chances.at(-1);
        for (const period of before.periods) {
          const now = after.periods.find((one) => one.period === period.period);
          if (!elsewhere?.has(period.period)) expect(now).toEqual(period);
          else expect(now?.mean).toBeGreaterThanOrEqual(period.mean * (1 - 1e-12));
        }
      }),
    );
  });

  it('is a number for values of nothing and of a thousand million', () => {
    const { periods } = forecast([prospect(3, '2026-03-09', 0), prospect(3, '2026-03-09', 1e9)], gaps);
    for (const { mean, sd, p95 } of periods) expect([mean, sd, p95].every(Number.isFinite)).toBe(true);
  });
});

describe('the distribution of a sum', () => {
  it('is exact while small: all chances sum to one, mean and spread come back', () => {
    fc.assert(
      fc.property(terms(10), (list) => {
        const { kind, support, probability } = distributionOfSum(list);
        const mean = sumOf(Array.from(support, (sum, index) => sum * at(probability, index)));
        const square = sumOf(Array.from(support, (sum, index) => sum * sum * at(probability, index)));
        const { mean: exactMean, sd } = momentsOfSum(list);
        expect(kind).toBe('exact');
        expect(sumOf(probability)).toBeCloseTo(1, 12);
        expect(Math.abs(mean - exactMean)).toBeLessThan(1e-6);
        expect(Math.abs(Math.sqrt(Math.max(0, square - mean * mean)) - sd)).toBeLessThan(2);
        expect(chanceOfNothing(list)).toBeCloseTo(
          support.length > 0 && at(support, 0) === 0 ? at(probability, 0) : 0,
          12,
        );
      }),
    );
  });

  it('tells sums apart that differ by one cent in thousands of millions', () => {
    const { support } = distributionOfSum([
      { value: 2_000_000_000_001, chance: 0.5 },
      { value: 2_000_000_000_000, chance: 0.5 },
    ]);
    expect(Array.from(support)).toEqual([0, 2_000_000_000_000, 2_000_000_000_001, 4_000_000_000_001]);
  });

  it('takes the smallest sum that reaches a quantile', () => {
    const ten = distributionOfSum([{ value: 10, chance: 0.1 }]);
    expect([quantileOfSum(ten, 0.9), quantileOfSum(ten, 0.91)]).toEqual([0, 10]);
  });

  it('counts on a grid when there are too many sums, and says by how much it may be off', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ value: 1000 + 37 * index * index, chance: 0.05 }));
    const grid = distributionOfSum(many);
    const { mean, sd } = momentsOfSum(many);
    const gridMean = sumOf(Array.from(grid.support, (sum, index) => sum * at(grid.probability, index)));
    expect(grid.kind).toBe('grid');
    expect(sumOf(grid.probability)).toBeCloseTo(1, 10);
    expect(Math.abs(gridMean - mean)).toBeLessThan(1e-9 * mean);
    expect(grid.error).toBeLessThan(mean / 500);
    expect(quantileOfSum(grid, 0.5)).toBeGreaterThan(mean - sd);
    expect(quantileOfSum(grid, 0.95)).toBeLessThan(mean + 3 * sd);
  });

  it('gives the grid’s quantiles within its error of the exact ones', () => {
    const few = Array.from({ length: 12 }, (_, index) => ({ value: 100_003 + 2 ** index * 1009, chance: 0.3 }));
    const more = [...few, ...Array.from({ length: 60 }, () => ({ value: 500_000, chance: 0.02 }))];
    const grid = distributionOfSum([...more, { value: 1, chance: 0.5 }]);
    const exact = distributionOfSum(few);
    expect([exact.kind, grid.kind]).toEqual(['exact', 'grid']);
    // Adding expected sales can only raise a quantile.
    for (const q of [0.1, 0.5, 0.9]) {
      expect(quantileOfSum(grid, q)).toBeGreaterThanOrEqual(quantileOfSum(exact, q) - grid.step - grid.error);
    }
  });
});
