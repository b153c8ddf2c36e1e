import type { Day } from '../day/day.ts';
import type { Pace, Warmth } from '../opportunity/vocabulary.ts';
import type { Periods } from './periods.ts';
import type { WarmthBeliefs } from './warmth-beliefs.ts';

/**
 * Open opportunities that stand alike: as many as `count`, next moment on `nextOn` (one before the first period counts on its first
 * day), `value` the sum of their values and `squares` the sum of the squared values, in (squared) minor units. One opportunity: count 1,
 * squares value².
 */
export interface OpenGroup {
  readonly held: number;
  readonly warmth: Warmth;
  readonly pace: Pace;
  readonly nextOn: Day;
  readonly count: number;
  readonly value: number;
  readonly squares: number;
}

/** New prospects still to be found: so many a week, spread over its days, of this average value; `deviation`: that of their values. */
export interface FreshProspects {
  /** In each seven days from the first period's start, the last going on; one number: always as many. */
  readonly perWeek: number | readonly number[];
  /** Days from a sale to its money. */
  readonly paysAfterDays?: number;
  readonly value: number;
  readonly deviation: number;
  /** How warm one is whom one has just found. */
  readonly warmth: Warmth;
}

export interface LargeForecastInput {
  readonly groups: readonly OpenGroup[];
  readonly fresh?: FreshProspects;
  readonly beliefs: WarmthBeliefs;
  readonly multiplier?: number;
  /** Calendar days between moments j and j + 1, 11 of them; those of pace slow are slowGapDays apart. */
  readonly gapsDays: readonly number[];
  readonly periods: Periods;
  /** The same seed gives the same ranges. */
  readonly seed: number;
  /** Draws of the posterior. */
  readonly draws?: number;
}

/** Revenue in minor units: the estimate, its standard deviation, and the points under which it stays with 10, 50 and 90% chance. */
export interface RevenueRange {
  readonly mean: number;
  readonly sd: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** `open`: from what is open now; `fresh`: from new prospects; `both`: together. Ranges do not add up, means do. */
export interface RevenueRanges {
  readonly open: RevenueRange;
  readonly fresh: RevenueRange;
  readonly both: RevenueRange;
}

/** `cumulative`: from the first period's start to this one's end. */
export interface LargeForecastPeriod extends RevenueRanges {
  readonly period: string;
  readonly cumulative: RevenueRanges;
}

export interface LargeForecast {
  readonly method: 'simulated' | 'approximated';
  readonly seed: number;
  readonly draws: number;
  /** Open opportunities in it. */
  readonly count: number;
  readonly periods: readonly LargeForecastPeriod[];
}
