import type { Warmth } from '../opportunity/vocabulary.ts';
import { stageSurvival, type StagePlan } from './index.ts';
import { at, type StageList } from './stage-list.ts';
import { walkAhead, type WarmthModel } from './warmth.ts';

/**
 * One contact moment still ahead: `reached` = chance that it comes so far (S_j), `chance` = that they buy at it if it does (h_j), and
 * the minutes it takes.
 */
export interface MomentToCome {
  readonly number: number;
  readonly reached: number;
  readonly chance: number;
  readonly minutes: number;
}

/** The moments held + 1 to 12, as the gain table looks ahead at them; none from 12 held on. */
export function momentsToCome(
  model: WarmthModel,
  held: number,
  warmth: Warmth,
  minutesByStage: StageList,
): MomentToCome[] {
  const moments: MomentToCome[] = [];
  let reached = 1;
  walkAhead(model, held, warmth, (index, chance, goOn) => {
    moments.push({ number: index + 1, reached, chance, minutes: Math.max(1, at(minutesByStage, index)) });
    reached *= goOn;
  });
  return moments;
}

/** The moments 1 to 12 of a prospect followed by a plan. */
export function momentsOfPlan(plan: StagePlan): MomentToCome[] {
  let reached = 1;
  return plan.hazards.map((chance, index) => {
    const moment = { number: index + 1, reached, chance, minutes: at(plan.minutes, index) };
    reached *= stageSurvival(plan, index);
    return moment;
  });
}

/** Up to and with number `until`: the chance that they buy, and the minutes that it takes on average. */
export function sumUntil(moments: readonly MomentToCome[], until: number): { chance: number; minutes: number } {
  const taken = moments.filter(({ number }) => number <= until);
  return {
    chance: taken.reduce((sum, { reached, chance }) => sum + reached * chance, 0),
    minutes: taken.reduce((sum, { reached, minutes }) => sum + reached * minutes, 0),
  };
}
