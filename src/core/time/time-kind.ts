import { addDays, type Day, weekdayOf } from '#core/day/day';

/**
 * What time went to (product.md, row 6): finding new people and the first contact with them, opportunities that run, those that were picked
 * up again, and care, without a sale in mind.
 */
export const timeKinds = ['new', 'running', 'revived', 'care'] as const;
export type TimeKind = (typeof timeKinds)[number];

/**
 * What a moment or a sale was. `apart`: without an opportunity. `first`: it has number 1; what fills the imported history has none.
 * `revived`: on or after the first day on which its opportunity was picked up again.
 */
export type TimedFacts = { apart: boolean; first: boolean; revived: boolean };

export function timeKindOf({ apart, first, revived }: TimedFacts): TimeKind {
  if (apart) return 'care';
  if (revived) return 'revived';
  return first ? 'new' : 'running';
}

/** A total of fewer people says whose it is (product.md, definition 22). */
export const fewestInTotal = 5;

/** Weeks begin on Monday. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The Mondays of the weeks from one day to another, both included. */
export function mondaysBetween(from: Day, to: Day): Day[] {
  const mondays: Day[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}
