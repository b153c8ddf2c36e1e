import type { Effort } from './effort.ts';

/** So many contact moments more every working day, as new prospects a week, and the minutes they take a day. */
export type Closing = { contactsADay: number; prospectsAWeek: number; minutesADay: number };

/** Beyond this nobody has a day for it, whatever the figures say. */
export const MOST_MINUTES_A_DAY = 480;

/**
 * The smallest whole number of contact moments a day that closes the gap; null when a working day is too short for it. `closes` says of a
 * number of new prospects a week whether the need is met with them; more of them never make it less so.
 */
export function contactsToClose(
  effort: Effort,
  workingDaysAWeek: number,
  closes: (prospectsAWeek: number) => boolean,
): Closing | null {
  const of = (contactsADay: number): Closing => {
    const prospectsAWeek = (contactsADay * workingDaysAWeek) / effort.moments;
    return { contactsADay, prospectsAWeek, minutesADay: (prospectsAWeek * effort.minutes) / workingDaysAWeek };
  };
  if (!(effort.moments > 0) || !(workingDaysAWeek > 0)) return null;
  const most = Math.floor((MOST_MINUTES_A_DAY * effort.moments) / effort.minutes);
  if (most < 1 || !closes(of(most).prospectsAWeek)) return null;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (closes(of(middle).prospectsAWeek)) high = middle;
    else low = middle;
  }
  return of(high);
}

/** How many contact moments a working day fit into so many minutes of it, when all are with new prospects. */
export function contactsWithin({ moments, minutes }: Effort, minutesADay: number): number {
  return minutes > 0 ? Math.floor((minutesADay * moments) / minutes) : 0;
}
