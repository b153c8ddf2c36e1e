import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankStages } from './bank-marketing.cases.ts';
import { capturedShare, capturedShareRange, stopRates } from './captured-share.ts';
import { capturedByMix, countedShare, mirrorOf, type EndedByNumber } from './mirror.ts';
import { posteriorOf } from './posterior.ts';
import { articleShares, DEFAULT_PRIOR, priorOf } from './prior.ts';
import { perStage, sumOf } from './stage-list.ts';

const ended = (first: readonly number[], beyond12 = 0, numberUnknown = 0): EndedByNumber => ({
  byNumber: perStage((index) => first[index] ?? 0),
  beyond12,
  numberUnknown,
});

describe('the mirror', () => {
  it('says nothing but the counts under twenty ended opportunities', () => {
    const counts = { sales: ended([1, 2]), ownStops: ended([9, 4]), refusals: ended([], 0, 3) };
    expect(mirrorOf(counts)).toEqual({ kind: 'counts', ended: 19, counts });
  });

  it('counts what came after the twelfth in the whole, and an unknown number in no curve', () => {
    const mirror = mirrorOf({ sales: ended([2, 1], 1, 6), ownStops: ended([9, 4]), refusals: ended([]) });
    if (mirror.kind !== 'shares') throw new Error('no shares');
    expect(mirror.ended).toBe(23);
    expect(mirror.sales.total).toBe(4);
    expect(mirror.sales.byNumber[0]?.share).toBe(0.5);
    expect(mirror.sales.beyond12.share).toBe(0.25);
    expect(mirror.refusals.byNumber[0]).toEqual({ count: 0, share: 0, low: 0, high: 1 });
  });

  it('holds each share inside its interval, narrower with more counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, part) => {
        const count = Math.round(total * part);
        const { share, low, high } = countedShare(count, total);
        const tenfold = countedShare(10 * count, 10 * total);
        expect(low <= share && share <= high && low >= 0 && high <= 1).toBe(true);
        expect(tenfold.high - tenfold.low).toBeLessThan(high - low);
      }),
    );
  });

  it('agrees with the 5% and 95% points of Beta(3.5, 17.5) for 3 of 20', () => {
    const { low, high } = countedShare(3, 20);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.056', '0.314']);
  });
});

describe('the share of the attainable sales that is captured', () => {
  const article = articleShares('uniform').map((_, index, shares) => sumOf(shares.slice(0, index + 1)));

  it('is 5.7% for the article’s sellers if more than three means four, and 14.1% if it means up to twelve', () => {
    expect((100 * capturedByMix([48, 25, 12, 10], 4, article)).toFixed(1)).toBe('5.7');
    expect((100 * capturedByMix([48, 25, 12, 10], 12, article)).toFixed(1)).toBe('14.1');
  });

  it('says the same of a mix of sellers as of one who stops with those rates', () => {
    const { hazards } = priorOf(DEFAULT_PRIOR);
    const continues = hazards.map((hazard) => 1 - hazard);
    // Of 95: 48 stop after 1, of the 47 left 25 after 2, of the 22 left 12 after 3, the rest go on.
    const stops = perStage((index) => [48 / 95, 25 / 47, 12 / 22][index] ?? 0);
    expect(capturedShare(hazards, continues, stops)).toBeCloseTo(capturedByMix([48, 25, 12, 10], 12, article), 12);
  });

  it('is everything for one who never stops, and the first moment’s for one who always does', () => {
    const { hazards } = priorOf(DEFAULT_PRIOR);
    const continues = hazards.map((hazard) => 1 - hazard);
    expect(
      capturedShare(
        hazards,
        continues,
        perStage(() => 0),
      ),
    ).toBe(1);
    expect(
      capturedShare(
        hazards,
        continues,
        perStage(() => 1),
      ),
    ).toBeCloseTo(0.02, 12);
    expect(
      capturedShare(
        perStage(() => 0),
        continues,
        perStage(() => 1),
      ),
    ).toBe(1);
  });

  it('leaves out of the stop rates what is still open', () => {
    const rates = stopRates(
      perStage((index) => (index === 0 ? 5 : 0)),
      perStage((index) => (index < 2 ? 15 : 0)),
    );
    expect(rates[0]).toBe(0.25);
    expect(sumOf(rates.slice(1))).toBe(0);
  });

  it('has its range around it: the bank’s campaign captured 45% of what twelve contacts would', () => {
    const posterior = posteriorOf(priorOf(DEFAULT_PRIOR), { stages: bankStages, salesBeyond12: 27 });
    const ownStops = bankStages.map((stage) => stage.stopped);
    const { share, low, high } = capturedShareRange(posterior, ownStops, { seed: 5, draws: 300 });
    const product = bankStages.map((stage) => stage.sold / stage.tried);
    const everything = 1 - product.reduce((left, hazard) => left * (1 - hazard), 1);
    expect(low < share && share < high).toBe(true);
    expect(Math.abs(share - sumOf(bankStages.map((stage) => stage.sold)) / 45_211 / everything)).toBeLessThan(0.01);
    expect(share.toFixed(2)).toBe('0.45');
  });
});
