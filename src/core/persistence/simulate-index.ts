import { indexByStage, stageReward, stageSurvival, type StagePlan } from './index.ts';
import { normalQuantile } from './normal-quantile.ts';
import { newProspectRate } from './new-prospect.ts';
import { chancesOf } from './simulate-fates.ts';
import type { SellingYear, Truth } from './simulate-settings.ts';
import { at, STAGE_COUNT } from './stage-list.ts';

/** What whoever goes by the index knows: value × `gain[k]` per minute of a prospect after k moments, and that of a new one. */
export interface IndexKnown {
  readonly gain: readonly number[];
  readonly fresh: number;
}

/** From the means: also when the truth of a year differs. */
export function indexKnown(truth: Truth, year: SellingYear): IndexKnown {
  const { hazards, continues } = chancesOf(truth);
  const plan: StagePlan = { hazards, continues, value: 1, minutes: year.minutesByStage };
  return { gain: indexByStage(plan).map(({ perMinute }) => perMinute), fresh: freshRate(plan, year) };
}

/** Values that stand for all, each with the same chance. */
const VALUES = 200;

/**
 * Per minute, of a prospect whose value shows once found: the rate λ at which t0 minutes of finding earn themselves back,
 * λ·t0 = E[max over m of Σ S_j (h_j·V − λ·t_j)], nothing for a value not worth it. With equal values it is index(new)
 * (engine.md, section 3); with finding for nothing and values that differ without bound it is endless: then always look for the next.
 */
function freshRate(plan: StagePlan, { value, deviation, acquisitionMinutes }: SellingYear): number {
  if (!(value > 0)) return 0;
  const equal = newProspectRate({ ...plan, value }, { minutes: acquisitionMinutes, cost: 0 }).perMinute;
  if (!(deviation > 0) || !(equal > 0)) return equal;
  if (!(acquisitionMinutes > 0)) return Number.POSITIVE_INFINITY;
  const spread = Math.log1p((deviation / value) ** 2);
  const values = Array.from(
    { length: VALUES },
    (_, n) => value * Math.exp(Math.sqrt(spread) * normalQuantile((n + 0.5) / VALUES) - spread / 2),
  );
  const surplus = (rate: number) =>
    values.reduce((sum, each) => sum + bestSurplus({ ...plan, value: each }, rate), 0) / VALUES -
    rate * acquisitionMinutes;
  let low = 0;
  let high = equal;
  while (surplus(high) > 0) high *= 2;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (surplus(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** What a prospect brings over what its minutes would bring at this rate, stopping where that is best. */
function bestSurplus(plan: StagePlan, rate: number): number {
  let reached = 1;
  let sum = 0;
  let best = 0;
  for (let index = 0; index < STAGE_COUNT; index += 1) {
    sum += reached * (stageReward(plan, index) - rate * at(plan.minutes, index));
    reached *= stageSurvival(plan, index);
    best = Math.max(best, sum);
  }
  return best;
}
