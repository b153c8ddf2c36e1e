import type { Engine } from '#contract/engine';
import { newProspectRate } from '#core/persistence/new-prospect';
import type { SimulateInput } from '#core/persistence/simulate-policies';

/** What somebody tries out. `perWeek` null: as many new prospects as there is time to find. */
export type Trial = { keepTo: number; minutesADay: number; perWeek: number | null };

/** The steps of the sliders; one past the most prospects a week stands for no limit. */
export const minutesStep = 15;
export const mostMinutes = 480;
export const mostPerWeek = 40;

/** Working days in the year that is tried out. */
export const workingDays = 250;
const runs = 200;
/** Fixed: the same trial gives the same figures. */
const seed = 1;

const minutesByStage = ({ stages }: Engine) => stages.map(({ minutes }) => Math.max(1, minutes));

/** Own minutes a day and, as last contact, the one up to which going on pays. */
export function firstTrial(engine: Engine): Trial {
  const steps = Math.max(1, Math.round(engine.minutesADay / minutesStep));
  return {
    keepTo: paysUntil(engine),
    minutesADay: Math.min(mostMinutes, steps * minutesStep),
    perWeek: null,
  };
}

/** Up to which contact a prospect earns more than a new one would, when it is worked from the start (engine.md, section 3). */
export function paysUntil(engine: Engine): number {
  const plan = {
    hazards: engine.stages.map(({ hazard }) => hazard),
    continues: engine.stages.map(({ continues }) => continues),
    value: 1,
    minutes: minutesByStage(engine),
  };
  return newProspectRate(plan, { minutes: engine.acquisitionMinutes, cost: 0 }).m;
}

/** Each year draws its own truth from what is believed, so that the range holds what is not known yet too. */
export function simulationOf(engine: Engine, { keepTo, minutesADay, perWeek }: Trial): SimulateInput {
  return {
    year: {
      days: workingDays,
      minutesADay,
      acquisitionMinutes: engine.acquisitionMinutes,
      minutesByStage: minutesByStage(engine),
      value: engine.averageValue,
      deviation: 0,
      perWeek,
    },
    truth: {
      kind: 'believed',
      beliefs: {
        alpha: engine.stages.map(({ alpha }) => alpha),
        gammaRefuse: engine.stages.map(({ refuse }) => refuse),
        beta: engine.stages.map(({ beta }) => beta),
      },
    },
    runs,
    seed,
    own: keepTo,
  };
}
