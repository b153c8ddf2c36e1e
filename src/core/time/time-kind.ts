import { addDays, type Day, weekdayOf } from '#core/day/day';

/**
 * What time went to (product.md, row 6): finding new people and the first contact with them, opportunities that run, those that were picked
 * up again, and care, without a sale in mind.
 */
export const timeKinds = ['new', 'running', 'revived', 'care'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** `number` null: it fills the imported history, so it was no first contact. `revivedOn`: the first day on which it was picked up again. */
export type TimedMoment = { opportunity: boolean; number: number | null; happenedOn: Day; revivedOn: Day | null };

export function kindOfMoment({ opportunity, number, happenedOn, revivedOn }: TimedMoment): TimeKind {
  if (!opportunity) return 'care';
  if (revivedOn && happenedOn >= revivedOn) return 'revived';
  return number === 1 ? 'new' : 'running';
}

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
