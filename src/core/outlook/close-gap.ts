/** What following one more prospect takes: contact moments on average up to the twelfth, and minutes with the finding. */
export type Effort = { moments: number; minutes: number; workingDaysAWeek: number };

/** So many contact moments more every working day, as new prospects a week, and the minutes they take a day. */
export type Closing = { contactsADay: number; prospectsAWeek: number; minutesADay: number };

/** Beyond this nobody has a day for it, whatever the figures say. */
export const MOST_MINUTES_A_DAY = 480;

/**
 * The smallest whole number of contact moments a day that closes the gap; null when a working day is too short for it. `closes` says of a
 * number of new prospects a week whether the need is met with them; more of them never make it less so.
 */
export function contactsToClose(effort: Effort, closes: (prospectsAWeek: number) => boolean): Closing | null {
  const of = (contactsADay: number): Closing => {
    const prospectsAWeek = (contactsADay * effort.workingDaysAWeek) / effort.moments;
    return { contactsADay, prospectsAWeek, minutesADay: (prospectsAWeek * effort.minutes) / effort.workingDaysAWeek };
  };
  if (!(effort.moments > 0) || !(effort.workingDaysAWeek > 0)) return null;
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
