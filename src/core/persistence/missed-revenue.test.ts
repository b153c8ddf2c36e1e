import { describe, expect, it } from 'vitest';
import type { Warmth } from '../opportunity/vocabulary.ts';
import { gainTable } from './gain-table.ts';
import { missedRevenueByStage, momentMatchedRange, netOfTime } from './missed-revenue.ts';
import { missedRevenueTotal, type LetGo } from './missed-revenue-total.ts';
import { posteriorOf } from './posterior.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { perStage } from './stage-list.ts';
import { warmthBeliefs } from './warmth-beliefs.ts';
import { pooledCounts, warmthCountsOf, type WarmthCountRow } from './warmth-counts.ts';

const prior = priorOf(DEFAULT_PRIOR);
const minutesByStage = perStage(() => 15);
const some: WarmthCountRow[] = perStage((index) => 200 - 15 * index).map((tried, index) => ({
  number: index + 1,
  before: 'silent' as const,
  after: index % 3 === 0 ? ('spoke' as const) : ('silent' as const),
  tried,
  sold: Math.floor(tried / 40),
  refused: Math.floor(tried / 20),
}));
const group = (held: number, warmth: Warmth, value: number): LetGo => ({ held, warmth, value });

describe('missed revenue of one prospect', () => {
  it('falls with every moment held, its range around it, and scales with the value', () => {
    const rows = missedRevenueByStage(posteriorOf(prior, pooledCounts(warmthCountsOf(some))), 2500);
    rows.forEach((row, k) => {
      expect(row.lo90 <= row.missed && row.missed <= row.hi90).toBe(true);
      expect(row.missed).toBeCloseTo(2500 * row.mean, 9);
      expect(row.k).toBe(k);
    });
  });

  it('is a point without spread, and never wider than a chance can be', () => {
    expect(momentMatchedRange({ mean: 0.3, sd: 0 })).toEqual([0.3, 0.3]);
    expect(momentMatchedRange({ mean: 0, sd: 0 })).toEqual([0, 0]);
    expect(momentMatchedRange({ mean: 1, sd: 0 })).toEqual([1, 1]);
    expect(momentMatchedRange({ mean: 0.5, sd: 0.5 })).toEqual([0, 1]);
  });

  it('is nothing, not NaN, when nobody ever buys or everybody refuses', () => {
    const nothing = { alpha: perStage(() => 0), gammaRefuse: perStage(() => 9), beta: perStage(() => 0) };
    const unknown = { alpha: perStage(() => 0), gammaRefuse: perStage(() => 0), beta: perStage(() => 0) };
    for (const beliefs of [nothing, unknown]) {
      for (const row of missedRevenueByStage(beliefs, 1e9)) expect([row.missed, row.lo90, row.hi90]).toEqual([0, 0, 0]);
    }
  });

  it('may be less than the time would bring elsewhere', () => {
    expect(netOfTime(100, 90, 0.5)).toBe(55);
    expect(netOfTime(10, 90, 0.5)).toBe(-35);
  });
});

describe('missed revenue summed over many prospects', () => {
  const counts = warmthCountsOf(some);
  const beliefs = warmthBeliefs(counts, prior);
  const sum = (groups: readonly LetGo[], seed = 7) => missedRevenueTotal({ beliefs, groups, seed, draws: 600 });

  it('totals what the table says of each state', () => {
    const table = gainTable({ counts, prior, minutesByStage });
    const expected = 1e6 * (table.buyLater[2]?.silent ?? NaN) + 4e5 * (table.buyLater[5]?.interested ?? NaN);
    expect(sum([group(2, 'silent', 1e6), group(5, 'interested', 4e5)]).total).toBeCloseTo(expected, 6);
  });

  it('gives the same range for the same seed, and another for another', () => {
    const groups = [group(3, 'silent', 1e6)];
    expect(sum(groups)).toEqual(sum(groups));
    expect(sum(groups, 8).lo90).not.toBe(sum(groups).lo90);
  });

  it('does not let the range shrink by adding up: twice the prospects, twice the range', () => {
    const once = sum([group(3, 'spoke', 1e6)]);
    const split = sum([group(3, 'spoke', 1e6), group(3, 'spoke', 1e6)]);
    expect(split.hi90 - split.lo90).toBeCloseTo(2 * (once.hi90 - once.lo90), 4);
  });

  it('agrees with the exact moments for prospects of unknown warmth', () => {
    const exact = missedRevenueByStage(posteriorOf(prior, pooledCounts(counts)), 1e6)[3];
    const drawn = missedRevenueTotal({ beliefs, groups: [group(3, 'unknown', 1e6)], seed: 1, draws: 4000 });
    expect(drawn.total / (exact?.missed ?? NaN)).toBeCloseTo(1, 9);
    expect(Math.abs(drawn.lo90 / (exact?.lo90 ?? NaN) - 1)).toBeLessThan(0.05);
    expect(Math.abs(drawn.hi90 / (exact?.hi90 ?? NaN) - 1)).toBeLessThan(0.05);
  });

  it('holds the estimate well inside its range for every warmth', () => {
    for (const warmth of ['unknown', 'silent', 'spoke', 'interested'] as const) {
      const { lo90, total, hi90 } = sum([group(1, warmth, 1e6)]);
      expect(lo90).toBeLessThan(total * 0.98);
      expect(hi90).toBeGreaterThan(total * 1.02);
    }
  });

  it('is nothing without prospects, and for those beyond the twelfth moment', () => {
    for (const groups of [[], [group(12, 'spoke', 1e6), group(40, 'silent', 1e6)], [group(0, 'silent', 0)]]) {
      expect(sum(groups)).toMatchObject({ total: 0, lo90: 0, hi90: 0 });
    }
  });

  it('is a number when all that was tried was refused or sold', () => {
    for (const kind of ['sold', 'refused'] as const) {
      const rows = some.map((row) => ({ ...row, sold: 0, refused: 0, [kind]: row.tried }));
      const { lo90, total, hi90 } = missedRevenueTotal({
        beliefs: warmthBeliefs(warmthCountsOf(rows), prior),
        groups: [group(0, 'silent', 1e9), group(4, 'interested', 1e9), group(2, 'unknown', 1e9)],
        seed: 3,
        draws: 100,
      });
      expect([lo90, total, hi90].every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
    }
  });
});
