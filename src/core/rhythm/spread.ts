import { type Calendar, workingDayFrom, workingDaysFrom } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';
import { calendarFor, isNeverDay, type NeverDays } from './never-days.ts';

export type ToSpread<T> = { item: T; minutes: number };
export type Placed<T> = { item: T; on: Day };
/** `neverDays`: on which weekdays this one never is; where it is not given, any day will do. */
type Days<T> = { calendar: Calendar; from: Day; neverDays?: (item: T) => NeverDays };
const anyDay = (): NeverDays => [];

/**
 * Puts work on working days, in the order given (best first), each day filled to its capacity in minutes, what is planned there already
 * counted. A day takes at least one item, so that nothing is put off for being long; one that does not suit a day is first in turn on the
 * next. Beyond `days` working days the rest is returned as `over`.
 */
export function spreadOverDays<T>(
  work: readonly ToSpread<T>[],
  options: Days<T> & { days: number; minutesADay: number; planned: ReadonlyMap<Day, number> },
): { placed: Placed<T>[]; over: T[] } {
  const { neverDays = anyDay } = options;
  const placed: Placed<T>[] = [];
  let next = 0;
  /** What no day before suited. */
  let held: ToSpread<T>[] = [];
  for (const on of workingDaysFrom(options.calendar, options.from, options.days)) {
    let room = options.minutesADay - (options.planned.get(on) ?? 0);
    let first = true;
    let again = 0;
    const stillHeld: ToSpread<T>[] = [];
    for (;;) {
      const candidate = held[again] ?? work[next];
      if (!candidate) break;
      const suits = !isNeverDay(neverDays(candidate.item), on);
      if (suits && candidate.minutes > room && !(first && room > 0)) break;
      if (again < held.length) again++;
      else next++;
      if (!suits) {
        stillHeld.push(candidate);
        continue;
      }
      placed.push({ item: candidate.item, on });
      room -= candidate.minutes;
      first = false;
    }
    held = stillHeld.concat(held.slice(again));
  }
  return { placed, over: held.concat(work.slice(next)).map((w) => w.item) };
}

/** What fits nowhere soon comes once a quarter: evenly over the working days of the 90 days after `from` (definition 11). */
export function spreadSlow<T>(items: readonly T[], options: Days<T>): Placed<T>[] {
  const quarter = workingDaysFrom(options.calendar, addDays(options.from, 14), 55);
  const { neverDays = anyDay } = options;
  return items.map((item, i) => {
    const at = i % quarter.length;
    const on = quarter[at] ?? options.from;
    const never = neverDays(item);
    if (!isNeverDay(never, on)) return { item, on };
    const other = [...quarter.slice(at), ...quarter.slice(0, at)].find((day) => !isNeverDay(never, day));
    // None of one's working days suits them: then another one.
    return { item, on: other ?? workingDayFrom(calendarFor(options.calendar, never), on) };
  });
}
