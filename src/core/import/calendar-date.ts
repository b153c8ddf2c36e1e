import { isDay, type Day } from '../day/day.ts';

/** Files hold nobody's moments outside these years; 0000 and 9999 are placeholders of other programs. */
const firstYear = 1900;
const lastYear = 2199;

/** The day, or null when the calendar has no such day (31 February) or the year is a placeholder. */
export function calendarDate(year: number, month: number, day: number): Day | null {
  if (year < firstYear || year > lastYear) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** A leap day is at most this many years away from the next (1896 to 1904, 2096 to 2104). */
const leapDayGap = 8;

/** The latest day of this month and day on or before `limit`. */
export function latestOnOrBefore(month: number, day: number, limit: Day): Day | null {
  const year = Number(limit.slice(0, 4));
  for (let back = 0; back <= leapDayGap; back++) {
    const found = calendarDate(year - back, month, day);
    if (found !== null && found <= limit) return found;
  }
  return null;
}

/** The first day of this month and day on or after `limit`. */
export function earliestOnOrAfter(month: number, day: number, limit: Day): Day | null {
  const year = Number(limit.slice(0, 4));
  for (let ahead = 0; ahead <= leapDayGap; ahead++) {
    const found = calendarDate(year + ahead, month, day);
    if (found !== null && found >= limit) return found;
  }
  return null;
}
