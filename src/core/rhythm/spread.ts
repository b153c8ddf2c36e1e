import { type Calendar, workingDaysFrom } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';

export type ToSpread<T> = { item: T; minutes: number };
export type Placed<T> = { item: T; on: Day };

/**
 * Puts work on working days, in the order given (best first), each day filled to its capacity in minutes, what is planned there already
 * counted. A day takes at least one item, so that nothing is put off for being long. Beyond `days` working days the rest is returned as `over`.
 */
export function spreadOverDays<T>(
  work: readonly ToSpread<T>[],
  options: { calendar: Calendar; from: Day; days: number; minutesADay: number; planned: ReadonlyMap<Day, number> },
): { placed: Placed<T>[]; over: T[] } {
  const days = workingDaysFrom(options.calendar, options.from, options.days);
  const placed: Placed<T>[] = [];
  let next = 0;
  for (const on of days) {
    let room = options.minutesADay - (options.planned.get(on) ?? 0);
    for (let first = true; next < work.length; first = false) {
      const candidate = work[next];
      if (!candidate || (candidate.minutes > room && !(first && room > 0))) break;
      placed.push({ item: candidate.item, on });
      room -= candidate.minutes;
      next++;
    }
  }
  return { placed, over: work.slice(next).map((w) => w.item) };
}

/** What fits nowhere soon comes once a quarter: evenly over the working days of the 90 days after `from` (definition 11). */
export function spreadSlow<T>(items: readonly T[], options: { calendar: Calendar; from: Day }): Placed<T>[] {
  const quarter = workingDaysFrom(options.calendar, addDays(options.from, 14), 55);
  return items.map((item, i) => ({ item, on: quarter[i % quarter.length] ?? options.from }));
}
