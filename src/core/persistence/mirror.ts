import { betaQuantile } from './beta-distribution.ts';
import { at, sumOf, type StageList } from './stage-list.ts';

/** Ended opportunities of one kind by their number; `numberUnknown` is in `ended` but in no curve (product.md, definition 6). */
export interface EndedByNumber {
  readonly byNumber: StageList;
  readonly beyond12: number;
  readonly numberUnknown: number;
}

/** `ownStops` are the stops without a no; refusals are a series of their own. */
export interface EndedCounts {
  readonly sales: EndedByNumber;
  readonly ownStops: EndedByNumber;
  readonly refusals: EndedByNumber;
}

/** A share with its 90% interval, and the count behind it. */
export interface CountedShare {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** `byNumber` has 12 elements; all shares with `beyond12` sum to 1. */
export interface MirrorSeries {
  readonly total: number;
  readonly byNumber: readonly CountedShare[];
  readonly beyond12: CountedShare;
}

/** Under 20 ended opportunities nothing is said but the counts (engine.md, section 6). */
export const ENDED_BEFORE_SHARES = 20;

export type Mirror =
  | { readonly kind: 'counts'; readonly ended: number; readonly counts: EndedCounts }
  | {
      readonly kind: 'shares';
      readonly ended: number;
      readonly counts: EndedCounts;
      readonly sales: MirrorSeries;
      readonly ownStops: MirrorSeries;
      readonly refusals: MirrorSeries;
    };

/**
 * A share with its 90% Jeffreys interval: quantiles of Beta(count + ½, total − count + ½), its end set to 0 or 1 when nothing or all
 * was counted (Brown, Cai and DasGupta 2001). Of nothing at all: share 0, anywhere from 0 to 1.
 */
export function countedShare(count: number, total: number): CountedShare {
  if (!(total > 0)) return { count, share: 0, low: 0, high: 1 };
  const rest = Math.max(0, total - count);
  return {
    count,
    share: count / total,
    low: count > 0 ? betaQuantile(count + 0.5, rest + 0.5, 0.05) : 0,
    high: rest > 0 ? betaQuantile(count + 0.5, rest + 0.5, 0.95) : 1,
  };
}

function seriesOf({ byNumber, beyond12 }: EndedByNumber): MirrorSeries {
  const total = sumOf(byNumber) + beyond12;
  return {
    total,
    byNumber: byNumber.map((count) => countedShare(count, total)),
    beyond12: countedShare(beyond12, total),
  };
}

/** Where one stops beside where one's sales happen: shares of each kind's own total (engine.md, section 6). */
export function mirrorOf(counts: EndedCounts): Mirror {
  const all = [counts.sales, counts.ownStops, counts.refusals];
  const ended = all.reduce((sum, kind) => sum + sumOf(kind.byNumber) + kind.beyond12 + kind.numberUnknown, 0);
  if (ended < ENDED_BEFORE_SHARES) return { kind: 'counts', ended, counts };
  return {
    kind: 'shares',
    ended,
    counts,
    sales: seriesOf(counts.sales),
    ownStops: seriesOf(counts.ownStops),
    refusals: seriesOf(counts.refusals),
  };
}

/** Sellers who stop after 1, 2 and 3 moments, and who go on; any unit. */
export type SellerWeights = readonly [afterOne: number, afterTwo: number, afterThree: number, more: number];

/**
 * The share of all sales within 12 that such a mix of sellers makes: Σ w·F(stop) / Σ w, with F the cumulated shares of sales by
 * stage, "more" taken to mean up to `moreMeansUpTo` (1..12). Scales the article's 95% to 100.
 */
export function capturedByMix(weights: SellerWeights, moreMeansUpTo: number, cumShares: StageList): number {
  const captured =
    weights[0] * at(cumShares, 0) +
    weights[1] * at(cumShares, 1) +
    weights[2] * at(cumShares, 2) +
    weights[3] * at(cumShares, moreMeansUpTo - 1);
  return captured / sumOf(weights);
}
