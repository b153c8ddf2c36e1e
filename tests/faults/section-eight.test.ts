import { beforeAll, describe, expect, it } from 'vitest';
import { newProspectRate, ratesStoppingAfter } from '#core/persistence/new-prospect';
import { simulatePolicies, type Compared, type PolicyResult } from '#core/persistence/simulate-policies';
import { perStage } from '#core/persistence/stage-list';
import { sectionEight } from '../../src/core/persistence/simulate-section-eight.cases.ts';

const minutesByStage = perStage(() => 15);
const year = {
  days: 250,
  minutesADay: 360,
  acquisitionMinutes: 45,
  minutesByStage,
  value: 1000,
  deviation: 0,
  perWeek: null,
};

describe.each(sectionEight)('3,000 simulated years under $name', ({ hazards, ratios }) => {
  const continues = hazards.map((hazard) => 1 - hazard);
  let policies: readonly PolicyResult[] = [];
  beforeAll(() => {
    const truth = { kind: 'known' as const, hazards, continues };
    policies = simulatePolicies({ year, truth, runs: 3000, seed: 8, own: null }).policies;
  }, 900_000);
  const of = (policy: Compared) => {
    const found = policies.find((one) => one.policy === policy);
    if (found?.ratio === undefined || found.ratio === null || found.ratioError === null) throw new Error(policy);
    return { ratio: found.ratio, error: found.ratioError };
  };

  it('have the ratios that the closed form gives, within four standard errors and 1%', () => {
    const plan = { hazards, continues, value: 1000, minutes: minutesByStage };
    const found = { minutes: 45, cost: 0 };
    const best = newProspectRate(plan, found).perMinute;
    const rates = ratesStoppingAfter(plan, found);
    for (const [policy, m] of [
      ['stop1', 1],
      ['stop2', 2],
      ['stop3', 3],
      ['twelve', 12],
    ] as const) {
      const { ratio, error } = of(policy);
      const expected = best / (rates[m - 1] ?? NaN);
      expect(Math.abs(ratio - expected), policy).toBeLessThan(4 * error + 0.01 * expected);
    }
  });

  it('have the ratios of engine.md, section 8, within 6%: its 200 years have noise of their own', () => {
    for (const policy of ['stop1', 'stop2', 'stop3', 'mix', 'twelve'] as const)
      expect(Math.abs(of(policy).ratio / ratios[policy] - 1), policy).toBeLessThan(0.06);
  });
});
