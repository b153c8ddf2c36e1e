import { fatesOf } from './simulate-fates.ts';
import { indexKnown } from './simulate-index.ts';
import type { Policy, SellingYear, Truth } from './simulate-settings.ts';
import { simulateYear, type YearResult } from './simulate-year.ts';
import { at, STAGE_COUNT } from './stage-list.ts';

/** The policies that are set beside each other; `own`: up to the contact that was asked for. */
export const compared = ['index', 'own', 'stop1', 'stop2', 'stop3', 'mix', 'twelve'] as const;
export type Compared = (typeof compared)[number];

export interface SimulateInput {
  readonly year: SellingYear;
  readonly truth: Truth;
  /** Years simulated. */
  readonly runs: number;
  readonly seed: number;
  /** Keep going to this contact (1..12); null leaves `own` out. */
  readonly own: number | null;
}

/**
 * A policy over all years: means, and revenue's 10, 50 and 90% points. `ratio`: the index's revenue over this one's, of the means, with its
 * standard error over the paired years; null when this one earned nothing.
 */
export interface PolicyResult {
  readonly policy: Compared;
  readonly revenue: { readonly mean: number; readonly p10: number; readonly p50: number; readonly p90: number };
  readonly sales: number;
  readonly found: number;
  readonly minutesWorked: number;
  readonly ratio: number | null;
  readonly ratioError: number | null;
}

export interface Simulated {
  readonly seed: number;
  readonly runs: number;
  readonly policies: readonly PolicyResult[];
}

/**
 * The article's sellers: 48% stop after the first contact moment, 25% after the second, 12% after the third, 10% go on, taken to mean up to
 * the twelfth; its 95% scaled to 100. Each seller has a year of their own.
 */
const MIX: readonly (readonly [m: number, share: number])[] = [
  [1, 48 / 95],
  [2, 25 / 95],
  [3, 12 / 95],
  [STAGE_COUNT, 10 / 95],
];

/**
 * engine.md, section 8: the same years for every policy. Seeded: same input, same figures. `mix` weighs the years of its sellers; its
 * points are those of the year of one of them, whoever it is.
 */
export function simulatePolicies({ year, truth, runs, seed, own }: SimulateInput): Simulated {
  const known = indexKnown(truth, year);
  const stops = [...new Set([1, 2, 3, STAGE_COUNT, ...(own === null ? [] : [own])])];
  const byIndex: YearResult[] = [];
  const byStop = new Map<number, YearResult[]>(stops.map((m) => [m, []]));
  for (let run = 0; run < runs; run += 1) {
    const fates = fatesOf(truth, year, seed * 1_000_003 + run);
    const of = (policy: Policy) => simulateYear(year, policy, fates, known);
    byIndex.push(of({ kind: 'index' }));
    for (const m of stops) byStop.get(m)?.push(of({ kind: 'stop_after', m }));
  }
  const yearsOf = (m: number) => byStop.get(m) ?? [];
  const single = (m: number): Weighed => [[yearsOf(m), 1]];
  const weighed: Record<Compared, Weighed | null> = {
    index: [[byIndex, 1]],
    own: own === null ? null : single(own),
    stop1: single(1),
    stop2: single(2),
    stop3: single(3),
    mix: MIX.map(([m, share]) => [yearsOf(m), share]),
    twelve: single(STAGE_COUNT),
  };
  const policies = compared.flatMap((policy) => {
    const years = weighed[policy];
    return years ? [resultOf(policy, years, byIndex)] : [];
  });
  return { seed, runs, policies };
}

/** Years of several sellers, with the share of each. */
type Weighed = readonly (readonly [years: readonly YearResult[], share: number])[];

function resultOf(policy: Compared, weighed: Weighed, byIndex: readonly YearResult[]): PolicyResult {
  const runs = byIndex.length;
  const meanOf = (of: (year: YearResult) => number) =>
    weighed.reduce(
      (sum, [years, share]) => sum + (share * years.reduce((total, year) => total + of(year), 0)) / runs,
      0,
    );
  const mean = meanOf((year) => year.revenue);
  const all = weighed
    .flatMap(([years, share]) => years.map(({ revenue }) => ({ revenue, weight: share / runs })))
    .toSorted((a, b) => a.revenue - b.revenue);
  const point = (q: number) => {
    let reached = 0;
    // A hair under q, as the weights sum to 1 but for rounding.
    return all.find(({ weight }) => (reached += weight) >= q - 1e-9)?.revenue ?? all.at(-1)?.revenue ?? 0;
  };
  const paired = byIndex.map((_, run) =>
    weighed.reduce((sum, [years, share]) => sum + share * (years[run]?.revenue ?? 0), 0),
  );
  return {
    policy,
    revenue: { mean, p10: point(0.1), p50: point(0.5), p90: point(0.9) },
    sales: meanOf((year) => year.sales),
    found: meanOf((year) => year.found),
    minutesWorked: meanOf((year) => year.minutesWorked),
    ...ratioOf(
      byIndex.map((year) => year.revenue),
      paired,
    ),
  };
}

/** Ratio of the means; its error by the usual first-order expansion: the spread of x − ratio·y over √n·ȳ. */
function ratioOf(x: readonly number[], y: readonly number[]): { ratio: number | null; ratioError: number | null } {
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const below = mean(y);
  if (!(below > 0)) return { ratio: null, ratioError: null };
  const ratio = mean(x) / below;
  const spread = mean(x.map((one, run) => (one - ratio * at(y, run)) ** 2));
  return { ratio, ratioError: Math.sqrt(spread / x.length) / below };
}
