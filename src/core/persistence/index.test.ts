import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyLater, minutesToEnd } from './buy-later.ts';
import { indexByStage, stageReward, stageSurvival, type StagePlan } from './index.ts';
import { breakEvenMinutes, givenUpBeatsNew, newProspectRate, ratesStoppingAfter } from './new-prospect.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { at, perStage, STAGE_COUNT } from './stage-list.ts';

const list = (arbitrary: fc.Arbitrary<number>) =>
  fc.array(arbitrary, { minLength: STAGE_COUNT, maxLength: STAGE_COUNT });
/** In thousandths: at 5e-324 no ratio has any digits left. */
const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((number) => number / 1000);
const plan: fc.Arbitrary<StagePlan> = fc
  .record({
    hazards: list(thousandths(0, 500)),
    stay: list(thousandths(0, 1000)),
    value: fc.constantFrom(0, 1, 1000, 1e9),
    minutes: list(fc.integer({ min: 1, max: 90 })),
    cost: list(fc.constantFrom(0, 1, 5)),
    decay: list(thousandths(500, 1000)),
  })
  .map(({ stay, ...rest }) => ({ ...rest, continues: rest.hazards.map((h, index) => (1 - h) * at(stay, index)) }));

/** By the definition: every horizon tried. */
function bruteForce(of: StagePlan, k: number): number {
  let [reached, reward, minutes, best] = [1, 0, 0, Number.NEGATIVE_INFINITY];
  for (let index = k; index < STAGE_COUNT; index += 1) {
    reward += reached * stageReward(of, index);
    minutes += reached * at(of.minutes, index);
    reached *= stageSurvival(of, index);
    best = Math.max(best, reward / minutes);
  }
  return best;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const article = priorOf(DEFAULT_PRIOR);
const articlePlan: StagePlan = {
  hazards: article.hazards,
  continues: article.hazards.map((hazard) => 1 - hazard),
  value: 1000,
  minutes: perStage(() => 15),
};

describe('the index: expected euro per minute, looking ahead', () => {
  it('is the best ratio over all horizons', () => {
    fc.assert(
      fc.property(plan, (of) => {
        indexByStage(of).forEach(({ perMinute }, k) => expect(near(perMinute, bruteForce(of, k))).toBe(true));
      }),
      { numRuns: 500 },
    );
  });

  it('never falls below its start while the plan runs, and does not exceed it where the plan ends', () => {
    fc.assert(
      fc.property(plan, (of) => {
        const rates = indexByStage(of).map((rate) => rate.perMinute);
        indexByStage(of).forEach(({ perMinute, m }, k) => {
          const slack = 1e-9 * Math.max(1, Math.abs(perMinute));
          const certainEnd = of.continues.slice(k, m).includes(0);
          if (certainEnd) return;
          const running = rates.slice(k + 1, m);
          expect(Math.min(perMinute, ...running)).toBeGreaterThanOrEqual(perMinute - slack);
          if (m < STAGE_COUNT) expect(at(rates, m)).toBeLessThanOrEqual(perMinute + slack);
        });
      }),
    );
  });

  it('never loses by taking a better block in: a later stage that earns more raises all before it, or leaves them', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 11 }), thousandths(0, 500), (of, stage, more) => {
        const raised = { ...of, cost: (of.cost ?? []).map((cost, place) => (place === stage ? cost - more : cost)) };
        const before = indexByStage(of).map((rate) => rate.perMinute);
        indexByStage(raised).forEach(({ perMinute }, k) => {
          const was = at(before, k);
          if (k > stage) expect(perMinute).toBe(was);
          else expect(perMinute).toBeGreaterThanOrEqual(was - 1e-9 * Math.max(1, Math.abs(was)));
        });
      }),
    );
  });

  it('stops at the smallest horizon when all are equal', () => {
    const flat = {
      ...articlePlan,
      hazards: perStage(() => 0.1),
      continues: perStage(() => 0.9),
      minutes: perStage(() => 7),
    };
    expect(indexByStage(flat).map((rate) => rate.m)).toEqual(perStage((index) => index + 1));
  });

  it('sees that contact 3 looks worthless while contacts 5 to 12 carry the sales', () => {
    const atTwo = at(
      indexByStage(articlePlan).map((rate) => rate.perMinute),
      2,
    );
    const myopic = (at(article.hazards, 2) * 1000) / 15;
    expect(atTwo).toBeGreaterThan(2 * myopic);
  });

  it('is a number for a value of nothing and of a thousand million', () => {
    for (const value of [0, 1e9]) {
      for (const { perMinute } of indexByStage({ ...articlePlan, value }))
        expect(Number.isFinite(perMinute)).toBe(true);
    }
  });
});

describe('one more moment here against a new prospect', () => {
  it('is the same as the index of a first moment when a new prospect costs nothing to find', () => {
    fc.assert(
      fc.property(plan, (of) => {
        const found = { minutes: 0, cost: 0 };
        expect(near(newProspectRate(of, found).perMinute, bruteForce(of, 0))).toBe(true);
      }),
    );
  });

  it('is the best of all policies that stop after a fixed number', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 120 }), (of, minutes) => {
        const found = { minutes, cost: 3 };
        const { perMinute, m } = newProspectRate(of, found);
        const rates = ratesStoppingAfter(of, found);
        expect(near(perMinute, Math.max(...rates))).toBe(true);
        expect(near(perMinute, at(rates, m - 1))).toBe(true);
      }),
    );
  });

  it('favours the given-up prospect at every number under the article, however cheap a new one is', () => {
    const fresh = newProspectRate(articlePlan, { minutes: 0, cost: 0 }).perMinute;
    const rates = indexByStage(articlePlan).map((rate) => rate.perMinute);
    expect(rates.slice(1).every((rate) => givenUpBeatsNew(rate, fresh))).toBe(true);
  });

  it('favours following up exactly from the break-even minutes on', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 11 }), (of, k) => {
        const here = at(
          indexByStage(of).map((rate) => rate.perMinute),
          k,
        );
        const minutes = breakEvenMinutes(here, of);
        if (!Number.isFinite(minutes)) return;
        const beats = (at0: number) => givenUpBeatsNew(here, newProspectRate(of, { minutes: at0, cost: 0 }).perMinute);
        expect(beats(minutes + 1e-6 * (1 + minutes))).toBe(true);
        if (minutes > 1) expect(beats(minutes * (1 - 1e-6))).toBe(false);
      }),
    );
  });

  it('never advises to follow up where following up brings nothing', () => {
    expect(breakEvenMinutes(0, articlePlan)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('buying later', () => {
  it('is the share of the article that is left, for a prospect who did not buy so far', () => {
    const later = buyLater(article.hazards, articlePlan.continues);
    article.cumShares.forEach((cum, index) => {
      expect(later[index + 1]).toBeCloseTo((0.2 * (1 - cum)) / (1 - 0.2 * cum), 12);
    });
  });

  it('takes twelve times the minutes when nobody buys or refuses, and one when everybody does', () => {
    expect(
      minutesToEnd(
        perStage(() => 1),
        perStage(() => 15),
      )[0],
    ).toBe(180);
    expect(
      minutesToEnd(
        perStage(() => 0),
        perStage(() => 15),
      )[0],
    ).toBe(15);
  });
});
