import { buyLaterMoments, minutesToEnd } from './buy-later.ts';
import { momentMatchedRange } from './missed-revenue.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { at, perStage, STAGE_COUNT } from './stage-list.ts';

/** `value` and the money that comes out: the same unit. `chance` 0..1: that a prospect ever buys when followed to contact 12. */
export type LeftLyingInput = { newPerMonth: number; value: number; stopAfter: number; chance: number };

export type LeftLying = {
  /** New prospects a year. */
  prospects: number;
  /** Of those, who has not bought when one stops. */
  letGo: number;
  /** Chance that one of them still buys: the estimate, and 5% and 95%. */
  later: number;
  laterLow: number;
  laterHigh: number;
  amount: number;
  low: number;
  high: number;
  /** Contact moments that going on would take in a year. */
  moments: number;
};

/**
 * What one leaves lying in a year by always stopping after the same contact (engine.md, section 4): N·S_k·V·buyLater(k), with
 * S_k = Π_{j≤k} (1 − h_j), all of it by the article's shares of sales as prior. What is uncertain about the chance is the same for
 * all prospects of the year, so it does not average out: the range of the sum is the range of the chance, N·S_k·V times its 5% and
 * 95% points. Gross: the time that going on takes is not taken off, but told (`moments`).
 */
export function leftLying({ newPerMonth, value, stopAfter, chance }: LeftLyingInput): LeftLying {
  const prior = priorOf({ ...DEFAULT_PRIOR, p: chance });
  const prospects = 12 * newPerMonth;
  let unsold = 1;
  for (let stage = 0; stage < Math.min(stopAfter, STAGE_COUNT); stage += 1) unsold *= 1 - at(prior.hazards, stage);
  const letGo = prospects * unsold;
  if (stopAfter >= STAGE_COUNT)
    return { prospects, letGo, later: 0, laterLow: 0, laterHigh: 0, amount: 0, low: 0, high: 0, moments: 0 };
  const gammaRefuse = perStage(() => 0);
  const moments = buyLaterMoments({ alpha: prior.alpha, beta: prior.beta, gammaRefuse })[stopAfter];
  if (!moments) throw new RangeError(`no contact moment ${stopAfter}`);
  const [laterLow, laterHigh] = momentMatchedRange(moments);
  const toEnd = minutesToEnd(
    prior.hazards.map((hazard) => 1 - hazard),
    perStage(() => 1),
  );
  return {
    prospects,
    letGo,
    later: moments.mean,
    laterLow,
    laterHigh,
    amount: letGo * value * moments.mean,
    low: letGo * value * laterLow,
    high: letGo * value * laterHigh,
    moments: letGo * at(toEnd, stopAfter),
  };
}
