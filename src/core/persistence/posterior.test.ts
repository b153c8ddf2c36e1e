import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankBeyond12, bankStages } from './bank-marketing.cases.ts';
import { buyLater } from './buy-later.ts';
import { countOutcomes, hazardIntervals, learn, noOutcomes, posteriorOf, type Observation } from './posterior.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { sumOf } from './stage-list.ts';

const prior = priorOf(DEFAULT_PRIOR);
const observation = fc.record({
  contacts: fc.integer({ min: 1, max: 15 }),
  outcome: fc.constantFrom<Observation['outcome']>('won', 'refused', 'stopped', 'open'),
  pending: fc.boolean(),
});

const pending = (outcome: Observation['outcome']) =>
  sumOf(countOutcomes([{ contacts: 3, outcome, pending: true }]).stages.map((stage) => stage.tried));
const everywhere = (tried: number, sold: number, refused: number) =>
  noOutcomes().stages.map(() => ({ tried, sold, refused }));
const percent = (parts: readonly number[], whole: number, digits: number) =>
  parts.slice(0, 6).map((part) => ((100 * part) / whole).toFixed(digits));
describe('the prior that the article gives', () => {
  it('is the article in pseudo-data: its hazards are alpha over alpha and beta', () => {
    for (const settings of [DEFAULT_PRIOR, { p: 0.5, strength: 7, shape: { ratio: 0.6 } }]) {
      const { alpha, beta, hazards, shares } = priorOf(settings);
      expect(sumOf(shares)).toBeCloseTo(1, 14);
      alpha.forEach((a, index) => expect(a / (a + (beta[index] ?? 0))).toBeCloseTo(hazards[index] ?? NaN, 13));
      expect(
        buyLater(
          hazards,
          hazards.map((h) => 1 - h),
        )[0],
      ).toBeCloseTo(settings.p, 13);
    }
  });

  it('stays within chances when everybody buys in the end, and when nobody does', () => {
    expect(priorOf({ p: 1, strength: 40, shape: 'uniform' }).hazards[11]).toBe(1);
    expect(sumOf(priorOf({ p: 0, strength: 40, shape: 'uniform' }).hazards)).toBe(0);
    expect(priorOf({ p: 1, strength: 40, shape: { ratio: 1e-90 } }).hazards.every(Number.isFinite)).toBe(true);
  });
});

describe('what outcomes teach', () => {
  it('counts a stop of our own for the stages held only, and says nothing of later ones', () => {
    const { stages } = countOutcomes([{ contacts: 3, outcome: 'stopped' }]);
    expect(stages.map((stage) => stage.tried)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(stages.every((stage) => stage.sold + stage.refused === 0)).toBe(true);
  });

  it('leaves out the last moment while its answer is pending, unless they bought or said no', () => {
    expect([pending('open'), pending('stopped'), pending('won'), pending('refused')]).toEqual([2, 2, 3, 3]);
  });

  it('keeps sales after the twelfth apart and never throws them away', () => {
    const { stages, salesBeyond12 } = countOutcomes([
      { contacts: 14, outcome: 'won' },
      { contacts: 13, outcome: 'refused' },
    ]);
    expect(salesBeyond12).toBe(1);
    expect(stages.map((stage) => [stage.tried, stage.sold, stage.refused])).toEqual(
      Array.from({ length: 12 }, () => [2, 0, 0]),
    );
  });

  it('puts an opportunity without a known number in no stage', () => {
    expect(countOutcomes([{ contacts: 0, outcome: 'stopped' }])).toEqual(noOutcomes());
  });

  it('does not depend on the order in which outcomes came in', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 60 }), (observations) => {
        expect(learn(prior, observations.toReversed())).toEqual(learn(prior, observations));
      }),
    );
  });

  it('learns the same from single outcomes as from their counts, and in two goes as in one', () => {
    fc.assert(
      fc.property(fc.array(observation), fc.array(observation), (first, second) => {
        const both = learn(prior, [...first, ...second]);
        expect(posteriorOf(prior, countOutcomes([...first, ...second]))).toEqual(both);
        const after = posteriorOf(learn(prior, first), countOutcomes(second));
        both.alpha.forEach((alpha, index) => expect(after.alpha[index]).toBeCloseTo(alpha, 9));
        both.beta.forEach((beta, index) => expect(after.beta[index]).toBeCloseTo(beta, 9));
      }),
    );
  });

  it('is surer the more outcomes it has seen at the same rate', () => {
    const widths = [10, 100, 1000, 10_000].map((n) => {
      const stages = prior.hazards.map((hazard) => ({ tried: n, sold: n * hazard, refused: 0 }));
      return hazardIntervals(posteriorOf(prior, { stages, salesBeyond12: 0 })).map(([low, high]) => high - low);
    });
    for (let step = 1; step < widths.length; step += 1) {
      widths[step]?.forEach((width, index) => expect(width).toBeLessThan(widths[step - 1]?.[index] ?? 0));
    }
  });

  it('narrows every interval when the same outcomes come in once more, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 30 }), (observations) => {
        // The article's prior says something else than these: from a few hundred on, one's own figures have taken over.
        const often = (times: number) => Array.from({ length: times }, () => observations).flat();
        const width = (times: number) => hazardIntervals(learn(prior, often(times))).map(([low, high]) => high - low);
        const [some, more] = [width(200), width(400)];
        const { stages } = countOutcomes(observations);
        more.forEach((one, index) => {
          if ((stages[index]?.tried ?? 0) > 0) expect(one).toBeLessThan(some[index] ?? NaN);
          else expect(one).toBe(some[index]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is not moved by an opportunity with which nothing was tried yet', () => {
    fc.assert(
      fc.property(fc.array(observation), (observations) => {
        const before = learn(prior, observations);
        const untouched = { contacts: 0, outcome: 'open' as const };
        const waiting = { contacts: 1, outcome: 'open' as const, pending: true };
        expect(learn(prior, [...observations, untouched, waiting])).toEqual(before);
      }),
    );
  });

  it('gives proper chances for no outcomes, only sales, only refusals, and counters that contradict themselves', () => {
    for (const settings of [DEFAULT_PRIOR, { ...DEFAULT_PRIOR, p: 0 }, { ...DEFAULT_PRIOR, p: 1 }]) {
      for (const stages of [noOutcomes().stages, everywhere(9, 9, 0), everywhere(9, 0, 9), everywhere(3, 9, 9)]) {
        const posterior = posteriorOf(priorOf(settings), { stages, salesBeyond12: 0 });
        posterior.hazards.forEach((hazard, index) => {
          const goOn = posterior.continues[index] ?? NaN;
          expect(hazard >= 0 && goOn >= 0 && hazard + goOn <= 1 + 1e-12).toBe(true);
        });
        for (const [low, high] of hazardIntervals(posterior)) expect(low >= 0 && low <= high && high <= 1).toBe(true);
      }
    }
  });
});

describe('the bank-marketing figures of engine.md, section 8', () => {
  const hazards = bankStages.map((stage) => stage.sold / stage.tried);

  it('has the hazards 5.665, 5.064, 4.076, 3.288, 2.272 and 2.113 percent', () => {
    expect(percent(hazards, 1, 3)).toEqual(['5.665', '5.064', '4.076', '3.288', '2.272', '2.113']);
  });

  it('has the shares of sales and of stops that are stated, what came after the twelfth counted in the whole', () => {
    const sold = bankStages.map((stage) => stage.sold);
    const stopped = bankStages.map((stage) => stage.stopped);
    expect(sumOf(sold) + bankBeyond12.sold).toBe(5289);
    expect(percent(sold, 5289, 1)).toEqual(['48.4', '26.5', '11.7', '6.0', '2.6', '1.7']);
    expect(percent(stopped, sumOf(stopped) + bankBeyond12.stopped, 1)).toEqual([
      '37.5',
      '27.8',
      '12.3',
      '8.0',
      '4.1',
      '3.0',
    ]);
  });

  it('converts 25.8% within twelve by the product limit', () => {
    const conversion =
      buyLater(
        hazards,
        hazards.map((hazard) => 1 - hazard),
      )[0] ?? NaN;
    expect((100 * conversion).toFixed(1)).toBe('25.8');
  });

  it('takes over from the article once it has been seen', () => {
    const { hazards: learned } = posteriorOf(prior, { stages: bankStages, salesBeyond12: bankBeyond12.sold });
    learned.slice(0, 6).forEach((hazard, index) => expect(hazard / (hazards[index] ?? NaN)).toBeCloseTo(1, 1));
  });
});
