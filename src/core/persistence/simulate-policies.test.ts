import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestFirst } from './best-first.ts';
import { ratesStoppingAfter, newProspectRate } from './new-prospect.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { seededRandom } from './seeded-random.ts';
import { fatesOf } from './simulate-fates.ts';
import { indexKnown } from './simulate-index.ts';
import { simulatePolicies, type Compared, type SimulateInput } from './simulate-policies.ts';
import { sectionEight } from './simulate-section-eight.cases.ts';
import type { SellingYear, Truth } from './simulate-settings.ts';
import { perStage } from './stage-list.ts';

const prior = priorOf(DEFAULT_PRIOR);
const year: SellingYear = {
  days: 250,
  minutesADay: 360,
  acquisitionMinutes: 45,
  minutesByStage: perStage(() => 15),
  value: 1000,
  deviation: 0,
  perWeek: null,
};
const known = (hazards: readonly number[]): Truth => ({
  kind: 'known',
  hazards,
  continues: hazards.map((hazard) => 1 - hazard),
});
const article = known(prior.hazards);
const believed: Truth = { kind: 'believed', beliefs: { ...prior, gammaRefuse: perStage(() => 0) } };
const simulate = (more: Partial<SimulateInput> = {}) =>
  simulatePolicies({ year, truth: article, runs: 40, seed: 1, own: null, ...more });
const of = (result: ReturnType<typeof simulate>, policy: Compared) => {
  const found = result.policies.find((one) => one.policy === policy);
  if (!found) throw new Error(policy);
  return found;
};

describe('a simulated year of selling', () => {
  it.each(sectionEight)('gives the ratios of engine.md, section 8, under $name', ({ hazards, ratios }) => {
    const result = simulate({ truth: known(hazards), runs: 60 });
    for (const policy of ['stop1', 'stop2', 'stop3', 'mix', 'twelve'] as const) {
      const { ratio, ratioError } = of(result, policy);
      // Noise on both sides: three standard errors of ours, and 5% for that of the table.
      expect(Math.abs((ratio ?? NaN) - ratios[policy])).toBeLessThan(3 * (ratioError ?? NaN) + 0.05 * ratios[policy]);
    }
  });

  it('earns per minute what the closed form says of stopping after a fixed number, and of the index', () => {
    for (const { hazards } of sectionEight) {
      const plan = { hazards, continues: hazards.map((h) => 1 - h), value: 1000, minutes: year.minutesByStage };
      const found = { minutes: 45, cost: 0 };
      const result = simulate({ truth: known(hazards), runs: 100 });
      const perMinute = (policy: Compared) => of(result, policy).revenue.mean / of(result, policy).minutesWorked;
      const rates = ratesStoppingAfter(plan, found);
      expect(perMinute('stop1') / (rates[0] ?? NaN)).toBeCloseTo(1, 0.8);
      expect(perMinute('stop3') / (rates[2] ?? NaN)).toBeCloseTo(1, 1);
      expect(perMinute('twelve') / (rates[11] ?? NaN)).toBeCloseTo(1, 1);
      expect(perMinute('index') / newProspectRate(plan, found).perMinute).toBeCloseTo(1, 1);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(simulate({ own: 5 })).toEqual(simulate({ own: 5 }));
    expect(simulate({ seed: 2 }).policies).not.toEqual(simulate().policies);
  });

  it('gives the n-th prospect the same fate whoever works it, and in whatever order it is asked for', () => {
    const [one, other] = [fatesOf(article, year, 9), fatesOf(article, year, 9)];
    expect(other(50)).toEqual(one(50));
    expect(Array.from({ length: 51 }, (_, n) => one(n))).toEqual(Array.from({ length: 51 }, (_, n) => other(n)));
  });

  it('keeps the waiting of the rhythm out of the ratios once the business runs', () => {
    const gapsDays = [1, 3, 5, 5, 7, 10, 10, 15, 15, 21, 21];
    const [with1, withGaps] = [simulate({ runs: 60 }), simulate({ runs: 60, year: { ...year, gapsDays } })];
    const revenue = (result: typeof with1) => of(result, 'index').revenue.mean;
    expect(revenue(withGaps) / revenue(with1)).toBeCloseTo(1, 1);
  });

  it('sets what one keeps to beside the others: up to three is the same as stopping after three', () => {
    const result = simulate({ own: 3 });
    expect({ ...of(result, 'own'), policy: 'stop3' }).toEqual(of(result, 'stop3'));
    expect(simulate().policies.map(({ policy }) => policy)).not.toContain('own');
  });

  it('finds no more than come in a week, and saves the hours that nobody needs', () => {
    const few = of(simulate({ year: { ...year, perWeek: 2 } }), 'stop1');
    expect(few.found).toBeCloseTo(100, 0);
    expect(few.minutesWorked).toBe(few.found * 60);
    expect(of(simulate(), 'stop1').minutesWorked).toBeCloseTo(90_000, -2);
  });

  it('earns more by the index when values differ', () => {
    const differ = simulate({ year: { ...year, deviation: 1000 } });
    expect(of(differ, 'twelve').ratio).toBeGreaterThan(1.2);
    // Many prospects for nothing, values that differ: 3.3 to 3.4 times in engine.md, section 8.
    const many = simulate({ year: { ...year, deviation: 1000, acquisitionMinutes: 0, perWeek: 100 }, runs: 20 });
    expect(of(many, 'twelve').ratio).toBeGreaterThan(2.8);
    expect(of(many, 'twelve').ratio).toBeLessThan(3.8);
  });

  it('says to take the next one where finding costs nothing and hazards fall', () => {
    const falling = known(perStage((index) => 0.06 / (index + 1)));
    const free = simulate({ truth: falling, year: { ...year, acquisitionMinutes: 0 } });
    expect(of(free, 'stop1').ratio).toBeCloseTo(1, 1);
    expect(indexKnown(falling, { ...year, acquisitionMinutes: 0 }).fresh).toBeCloseTo(0.06 * (1000 / 15), 9);
  });

  it('is less sure of a year when little is known of the hazards', () => {
    const width = (truth: Truth) => {
      const { p10, p90, mean } = of(simulate({ truth, runs: 100 }), 'twelve').revenue;
      return (p90 - p10) / mean;
    };
    expect(width(believed)).toBeGreaterThan(2 * width(article));
  });

  it('is a number when nobody buys, all buy at once, all refuse, or there is no time', () => {
    const refusing: Truth = { kind: 'known', hazards: perStage(() => 0), continues: perStage(() => 0) };
    for (const truth of [known(perStage(() => 0)), known(perStage(() => 1)), refusing])
      for (const more of [{}, { minutesADay: 0 }, { value: 0 }, { value: 1e9, deviation: 1e9 }]) {
        for (const { revenue, sales, found, minutesWorked, ratio } of simulate({
          truth,
          runs: 3,
          year: { ...year, days: 20, ...more },
        }).policies) {
          for (const figure of [revenue.mean, revenue.p10, revenue.p90, sales, found, minutesWorked, ratio ?? 0])
            expect(Number.isFinite(figure) && figure >= 0).toBe(true);
        }
      }
    expect(of(simulate({ truth: refusing, runs: 2 }), 'twelve').ratio).toBeNull();
  });
});

describe('numbers with the best first', () => {
  it('come off from the highest key to the lowest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (keys) => {
        const heap = bestFirst();
        keys.forEach((key, item) => heap.add(item, key));
        const order: number[] = [];
        while (heap.size() > 0) {
          const top = heap.topKey();
          const item = heap.take();
          expect(keys[item]).toBe(top);
          order.push(top);
        }
        expect(order).toEqual(keys.toSorted((a, b) => b - a));
        expect(heap.topKey()).toBe(Number.NEGATIVE_INFINITY);
      }),
    );
  });

  it('come off in order while others are added', () => {
    const random = seededRandom(4);
    const heap = bestFirst();
    const present = new Map<number, number>();
    for (let item = 0; item < 2000; item += 1) {
      const key = Math.floor(random() * 100);
      heap.add(item, key);
      present.set(item, key);
      if (item % 3 === 2) {
        const taken = heap.take();
        expect(present.get(taken)).toBe(Math.max(...present.values()));
        present.delete(taken);
      }
    }
  });
});
