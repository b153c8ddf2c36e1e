import { beatsRate, stageReward, stageSurvival, type Rate, type StagePlan } from './index.ts';
import { at, STAGE_COUNT } from './stage-list.ts';

/** What it takes to find one new prospect: minutes t0 ≥ 0 and cost c0 ≥ 0. */
export interface Acquisition {
  readonly minutes: number;
  readonly cost: number;
}

/** Expected reward R_m and minutes T_m of going on up to stage m = 1..12 from the start, without the finding. */
function cumulated(plan: StagePlan): { reward: number; minutes: number }[] {
  let reached = 1;
  let reward = 0;
  let minutes = 0;
  return Array.from({ length: STAGE_COUNT }, (_, index) => {
    reward += reached * stageReward(plan, index);
    minutes += reached * at(plan.minutes, index);
    reached *= stageSurvival(plan, index);
    return { reward, minutes };
  });
}

/** Per minute, when every new prospect is dropped after stage m = 1..12 (element m − 1), finding it included. */
export function ratesStoppingAfter(plan: StagePlan, found: Acquisition): number[] {
  return cumulated(plan).map(({ reward, minutes }) => (reward - found.cost) / (minutes + found.minutes));
}

/** The index of a new prospect: the same job with a stage in front, at least one moment long. Without t0 and c0 it is index(0). */
export function newProspectRate(plan: StagePlan, found: Acquisition): Rate {
  let best = { reward: 0, minutes: 0, m: 0 };
  cumulated(plan).forEach((sum, index) => {
    const reward = sum.reward - found.cost;
    const minutes = sum.minutes + found.minutes;
    if (index === 0 || beatsRate(reward, minutes, best.reward, best.minutes)) best = { reward, minutes, m: index + 1 };
  });
  return { perMinute: best.reward / best.minutes, m: best.m };
}

/** Does a prospect with this index deserve the time rather than a new one? index(k) ≥ index(new), a tie up to rounding counts. */
export function givenUpBeatsNew(indexHere: number, indexNew: number): boolean {
  return !beatsRate(indexNew, 1, indexHere, 1);
}

/**
 * The minutes that finding a new prospect must cost for following up here to be the better use of time: max over m of
 * R_m / index(k) − T_m (engine.md, section 3), at least 0. Infinity when following up brings nothing itself.
 */
export function breakEvenMinutes(indexHere: number, plan: StagePlan, acquisitionCost = 0): number {
  if (!(indexHere > 0)) return Number.POSITIVE_INFINITY;
  return cumulated(plan).reduce(
    (most, { reward, minutes }) => Math.max(most, (reward - acquisitionCost) / indexHere - minutes),
    0,
  );
}
