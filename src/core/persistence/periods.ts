import { addDays, daysBetween, type Day, toDay, weekdayOf } from '../day/day.ts';

/** Periods that follow each other without a gap: `starts[i]` is the first day of the one named `names[i]`, `until` the day after the last. */
export interface Periods {
  readonly names: readonly string[];
  readonly starts: readonly Day[];
  readonly until: Day;
}

/** The rest of the month of `from`, then whole months, `count` in all; named '2026-03'. */
export function monthsFrom(from: Day, count: number): Periods {
  return periodsFrom(from, count, nextMonth, (day) => day.slice(0, 7));
}

/** The rest of the week of `from`, then weeks from Monday, `count` in all; named by ISO 8601, '2026-W48'. */
export function weeksFrom(from: Day, count: number): Periods {
  return periodsFrom(from, count, (day) => addDays(day, 8 - weekdayOf(day)), weekName);
}

/** For every day from the first period's start on, the place of its period. */
export function placeByDay({ starts, until }: Periods): Int32Array {
  const [first] = starts;
  if (first === undefined) return new Int32Array(0);
  const places = new Int32Array(daysBetween(first, until));
  starts.forEach((start, place) => places.fill(place, daysBetween(first, start)));
  return places;
}

function periodsFrom(from: Day, count: number, next: (day: Day) => Day, nameOf: (day: Day) => string): Periods {
  const starts: Day[] = [];
  let day = from;
  while (starts.length < count) {
    starts.push(day);
    day = next(day);
  }
  return { names: starts.map(nameOf), starts, until: day };
}

function nextMonth(day: Day): Day {
  const first = toDay(`${day.slice(0, 7)}-01`);
  return toDay(`${addDays(first, 31).slice(0, 7)}-01`);
}

/** The week belongs to the year that its Thursday is in. */
function weekName(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(toDay(`${year}-01-01`), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
