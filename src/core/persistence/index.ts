import { at, STAGE_COUNT, type StageList } from './stage-list.ts';

/**
 * What one more moment costs and may bring. `hazards` h_j, `continues` q_j: chances of sale and of going on at stage j, given that it
 * is reached; `minutes` t_j > 0; `cost` c_j and `value` in one currency; `decay` w_j: what waiting for the next moment leaves over
 * (1 = nothing lost). Cost 0 and decay 1 when left out.
 */
export interface StagePlan {
  readonly hazards: StageList;
  readonly continues: StageList;
  readonly value: number;
  readonly minutes: StageList;
  readonly cost?: StageList;
  readonly decay?: StageList;
}

/** Expected gain per minute, and the stage up to which to go on for it (the smallest on ties). */
export interface Rate {
  readonly perMinute: number;
  readonly m: number;
}

/** Rates that differ less than this, relatively, are a tie: rounding must not decide how long somebody goes on. */
const TIE = 1e-12;

/** Is rewardA/minutesA truly greater than rewardB/minutesB? Both times positive. */
export function beatsRate(rewardA: number, minutesA: number, rewardB: number, minutesB: number): boolean {
  const left = rewardA * minutesB;
  const right = rewardB * minutesA;
  return left - right > TIE * Math.max(Math.abs(left), Math.abs(right));
}

/** h_j·V − c_j: what the j-th moment brings if it is reached; index 0 = stage 1. */
export function stageReward(plan: StagePlan, index: number): number {
  return at(plan.hazards, index) * plan.value - (plan.cost ? at(plan.cost, index) : 0);
}

/** q_j·w_j: what is left over for the next stage. */
export function stageSurvival(plan: StagePlan, index: number): number {
  return at(plan.continues, index) * (plan.decay ? at(plan.decay, index) : 1);
}

/**
 * The index of engine.md, section 3: element k (0..11) is max over m of Σ S_j (h_j·V − c_j) / Σ S_j·t_j over stages k+1..m, the
 * Gittins index of the prospect as a job. All twelve in one pass from the back: a stage absorbs the block behind it for as long as
 * that has the better ratio. Exact for discounted value and for time to revenue without waiting; the best long-run rate when new
 * prospects are endless; with waiting times between moments a heuristic; not optimal for a budget of a few minutes (fit-minutes.ts).
 */
export function indexByStage(plan: StagePlan): Rate[] {
  const blocks: { reward: number; minutes: number; survival: number; m: number }[] = [];
  const rates: Rate[] = Array.from({ length: STAGE_COUNT });
  for (let index = STAGE_COUNT - 1; index >= 0; index -= 1) {
    let reward = stageReward(plan, index);
    let minutes = at(plan.minutes, index);
    let survival = stageSurvival(plan, index);
    let m = index + 1;
    let behind = blocks.at(-1);
    while (behind && survival > 0 && beatsRate(behind.reward, behind.minutes, reward, minutes)) {
      reward += survival * behind.reward;
      minutes += survival * behind.minutes;
      survival *= behind.survival;
      m = behind.m;
      blocks.pop();
      behind = blocks.at(-1);
    }
    blocks.push({ reward, minutes, survival, m });
    rates[index] = { perMinute: reward / minutes, m };
  }
  return rates;
}
