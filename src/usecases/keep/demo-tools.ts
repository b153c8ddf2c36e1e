import { type Calendar, isWorkingDay, workingDayFrom } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';
import type { Random } from '#core/persistence/seeded-random';

/** What inventing is done with: one sequence of draws, and the days that are worked. */
export type Tools = {
  random: Random;
  today: Day;
  pick: <T>(from: readonly T[]) => T;
  whole: (low: number, high: number) => number;
  chance: (p: number) => boolean;
  /** The day itself, or the last worked day before it. */
  worked: (day: Day) => Day;
  /** The first worked day from it on. */
  workedFrom: (day: Day) => Day;
};

export function toolsFor(random: Random, today: Day, calendar: Calendar): Tools {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    random,
    today,
    whole,
    chance: (p) => random() < p,
    pick: <T>(from: readonly T[]): T => {
      const one = from[Math.floor(random() * from.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
    worked: (day) => {
      let candidate = day;
      for (let i = 0; i < 14 && !isWorkingDay(calendar, candidate); i++) candidate = addDays(candidate, -1);
      return candidate;
    },
    workedFrom: (day) => workingDayFrom(calendar, day),
  };
}
