import type { FiguresOf } from '#contract/figures';
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
export const daysAWeek = 5;
const runs = 200;
/** Fixed: the same trial gives the same figures. */
const seed = 1;

const minutesByStage = ({ numbers }: FiguresOf) => numbers.map(({ minutes }) => Math.max(1, minutes));

/** Own minutes a day and, as last contact, the one up to which going on pays. */
export function firstTrial(figures: FiguresOf): Trial {
  const steps = Math.max(1, Math.round(figures.minutesADay / minutesStep));
  return {
    keepTo: paysUntil(figures),
    minutesADay: Math.min(mostMinutes, steps * minutesStep),
    perWeek: null,
  };
}

/** Up to which contact a prospect earns more than a new one would, when it is worked from the start (engine.md, section 3). */
export function paysUntil(figures: FiguresOf): number {
  const plan = {
    hazards: figures.numbers.map(({ hazard }) => hazard),
    continues: figures.numbers.map(({ continues }) => continues),
    value: 1,
    minutes: minutesByStage(figures),
  };
  return newProspectRate(plan, { minutes: figures.acquisition.minutes, cost: 0 }).m;
}

/** Each year draws its own truth from what is believed, so that the range holds what is not known yet too. */
export function simulationOf(figures: FiguresOf, { keepTo, minutesADay, perWeek }: Trial): SimulateInput {
  return {
    year: {
      days: workingDays,
      minutesADay,
      acquisitionMinutes: figures.acquisition.minutes,
      minutesByStage: minutesByStage(figures),
      value: figures.averageValue,
      deviation: 0,
      perWeek,
    },
    truth: {
      kind: 'believed',
      beliefs: {
        alpha: figures.numbers.map(({ alpha }) => alpha),
        gammaRefuse: figures.numbers.map(({ refuse }) => refuse),
        beta: figures.numbers.map(({ beta }) => beta),
      },
    },
    runs,
    seed,
    own: keepTo,
  };
}
