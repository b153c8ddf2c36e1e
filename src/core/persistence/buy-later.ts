import { at, STAGE_COUNT, type StageList } from './stage-list.ts';

/**
 * Chance that a prospect with k = 0..12 moments held still buys when followed to stage 12 (engine.md, section 4):
 * buyLater(k) = h_{k+1} + q_{k+1}·w_{k+1}·buyLater(k + 1), buyLater(12) = 0.
 */
export function buyLater(hazards: StageList, continues: StageList, decay?: StageList): number[] {
  return fromTheBack(
    (index, later) => at(hazards, index) + at(continues, index) * (decay ? at(decay, index) : 1) * later,
  );
}

/** Minutes that following to stage 12 takes on average, for k = 0..12: what missed revenue must be set against. */
export function minutesToEnd(continues: StageList, minutes: StageList): number[] {
  return fromTheBack((index, later) => at(minutes, index) + at(continues, index) * later);
}

function fromTheBack(step: (index: number, later: number) => number): number[] {
  const list: number[] = Array.from({ length: STAGE_COUNT + 1 }, () => 0);
  for (let index = STAGE_COUNT - 1; index >= 0; index -= 1) list[index] = step(index, at(list, index + 1));
  return list;
}

/** Per stage the Dirichlet parameters of sale, refusal and going on, as in Posterior. */
export interface StageBeliefs {
  readonly alpha: StageList;
  readonly gammaRefuse: StageList;
  readonly beta: StageList;
}

export interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Exact mean and standard deviation of buyLater(k), k = 0..11, over independent Dirichlet stages: with N = α + γ + β, D = N(N + 1),
 * m1 = α/N + (β/N)·m1', m2 = α(α+1)/D + 2αβ/D·m1' + β(β+1)/D·m2'.
 */
export function buyLaterMoments({ alpha, gammaRefuse, beta }: StageBeliefs): Moments[] {
  const moments: Moments[] = Array.from({ length: STAGE_COUNT });
  let first = 0;
  let second = 0;
  for (let index = STAGE_COUNT - 1; index >= 0; index -= 1) {
    const a = at(alpha, index);
    const b = at(beta, index);
    const n = a + at(gammaRefuse, index) + b;
    const d = n * (n + 1);
    if (n > 0) {
      second = (a * (a + 1) + 2 * a * b * first + b * (b + 1) * second) / d;
      first = (a + b * first) / n;
    } else {
      first = 0;
      second = 0;
    }
    moments[index] = { mean: first, sd: Math.sqrt(Math.max(0, second - first * first)) };
  }
  return moments;
}
