import { type Calendar, workingDayFrom } from '../day/calendar.ts';
import { addDays, type Day, daysBetween, isDay, toDay } from '../day/day.ts';

export const dayKinds = ['birthday', 'anniversary', 'contract', 'own'] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day of the year, with the year in which it began where that is known. */
export type YearDay = { month: number; day: number; year: number | null; everyYear: boolean };

/** A day stays on Today this long after it has passed: congratulations may come late, not never. */
export const graceDays = 7;

/** Days off that are looked across to bring a day forward: the longest weekend there is. */
const mostAcross = 4;

/** How long before, unless somebody says so: what has a date of its own is said on the day, what needs a talk some weeks before. */
export const usualLead: Readonly<Record<DayKind, number>> = { birthday: 0, anniversary: 0, contract: 30, own: 0 };

/** 29 February exists; 30 February, and 29 February of a year that has none, do not. */
export function isYearDay({ month, day, year }: Pick<YearDay, 'month' | 'day' | 'year'>): boolean {
  return isDay(written(year ?? leapYear, month, day));
}

const leapYear = 2024;
const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** When it comes in a year. 29 February comes on the 28th in other years: still in its own month, and never a day late. */
export function occurrenceIn(year: number, { month, day }: Pick<YearDay, 'month' | 'day'>): Day {
  const text = written(year, month, day);
  return isDay(text) ? text : toDay(written(year, 2, 28));
}

/** The first time on or after a day; null for what was once and is over. */
export function nextOccurrence(wanted: YearDay, from: Day): Day | null {
  if (!wanted.everyYear) {
    const only = occurrenceIn(wanted.year ?? yearOf(from), wanted);
    return only >= from ? only : null;
  }
  // It does not come before it began.
  const year = Math.max(yearOf(from), wanted.year ?? 0);
  const first = occurrenceIn(year, wanted);
  return first >= from ? first : occurrenceIn(year + 1, wanted);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The how-many-eth time it is (a birthday's age); null without a year, and for the first time itself. */
export function turns({ year }: Pick<YearDay, 'year'>, on: Day): number | null {
  const count = year === null ? 0 : yearOf(on) - year;
  return count > 0 ? count : null;
}

/** Until which day Today looks ahead: what falls on days off is brought forward to the last working day before them. */
export function lookAhead(calendar: Calendar, today: Day): Day {
  const until = addDays(workingDayFrom(calendar, addDays(today, 1)), -1);
  return daysBetween(today, until) > mostAcross ? addDays(today, mostAcross) : until;
}

/** Where it stands after it was dealt with this time. */
export function afterThisTime(wanted: YearDay, nextOn: Day): Day | null {
  return nextOccurrence(wanted, addDays(nextOn, 1));
}
