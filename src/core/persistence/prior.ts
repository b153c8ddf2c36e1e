import { at, perStage, sumOf, type StageList } from './stage-list.ts';

/**
 * How the article's 80% lies over stages 5 to 12. `uniform` because the article says no more; `ratio` r gives a geometric
 * series 1, r, r², …
 */
export type TailShape = 'uniform' | { readonly ratio: number };

/**
 * `p`: chance (0..1) that a prospect ever buys if followed to the end, the user's own guess. `strength`: the number of prospects
 * M that the prior counts for.
 */
export interface PriorSettings {
  readonly p: number;
  readonly strength: number;
  readonly shape: TailShape;
}

/** M = 40 loses little when the article is right and recovers when it is wrong (engine.md, section 2). */
export const DEFAULT_PRIOR: PriorSettings = { p: 0.2, strength: 40, shape: 'uniform' };

/** Per stage: share of sales, cumulated share, hazard, and the pseudo-counts of sales and of goings-on. */
export interface Prior {
  readonly shares: StageList;
  readonly cumShares: StageList;
  readonly hazards: StageList;
  readonly alpha: StageList;
  readonly beta: StageList;
}

/** Shares of sales by stage that the article gives (unverified, product.md section 1); sums to 1. */
export function articleShares(shape: TailShape): number[] {
  const firstFour = [0.02, 0.03, 0.05, 0.1];
  const weights = Array.from({ length: 8 }, (_, step) => (shape === 'uniform' ? 1 : shape.ratio ** step));
  const whole = sumOf(weights);
  return [...firstFour, ...weights.map((weight) => (0.8 * weight) / whole)];
}

/**
 * The article as pseudo-data (engine.md, section 1): h_j = p·s_j / (1 − p·Σ_{i<j} s_i), alpha_j = M·p·s_j,
 * beta_j = M·(1 − p·Σ_{i≤j} s_i). The remainders are summed from the back: 1 − Σ would lose digits, and at p = 1 give h_12 > 1.
 */
export function priorOf({ p, strength, shape }: PriorSettings): Prior {
  const shares = articleShares(shape);
  let sum = 0;
  const cumShares = shares.map((share) => (sum += share));
  const after = perStage(() => 0);
  for (let index = shares.length - 2; index >= 0; index -= 1)
    after[index] = at(after, index + 1) + at(shares, index + 1);
  const unsold = after.map((share) => 1 - p + p * share);
  const hazards = shares.map((share, index) => {
    const reached = at(unsold, index) + p * share;
    return reached > 0 ? (p * share) / reached : 0;
  });
  return {
    shares,
    cumShares,
    hazards,
    alpha: shares.map((share) => strength * p * share),
    beta: unsold.map((share) => strength * share),
  };
}
