import type { StagePlan } from '../persistence/index.ts';
import { at, STAGE_COUNT } from '../persistence/stage-list.ts';

/** What following one more prospect takes: contact moments on average up to the twelfth, and minutes with the finding. */
export type Effort = { moments: number; minutes: number };

/** Of a new prospect, of whom nothing is known yet: so with the pooled figures, as in What if. */
export function effortOf(plan: StagePlan, acquisitionMinutes: number): Effort {
  let reached = 1;
  let moments = 0;
  let minutes = acquisitionMinutes;
  for (let index = 0; index < STAGE_COUNT; index += 1) {
    moments += reached;
    minutes += reached * Math.max(1, at(plan.minutes, index));
    reached *= at(plan.continues, index);
  }
  return { moments, minutes };
}
