import { type Day, toDay } from '../day/day.ts';

/** The day so many months later, on the same day of the month or its last one: a month after 31 January is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), last);
  return toDay(new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10));
}

/** Whole months from one day to another, rounded down; negative when it lies before. */
export function monthsBetween(from: Day, until: Day): number {
  const months =
    (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) <= until ? months : months - 1;
}

/** The days of something monthly that began on `from`, within `first` to `last` and not after `until`. */
export function monthlyDays(from: Day, until: Day | null, first: Day, last: Day): Day[] {
  const days: Day[] = [];
  const end = until !== null && until < last ? until : last;
  for (let month = Math.max(0, monthsBetween(from, first)); ; month += 1) {
    const day = addMonths(from, month);
    if (day > end) return days;
    if (day >= first) days.push(day);
  }
}
