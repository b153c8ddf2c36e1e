import { type Calendar, workingDayFrom } from '#core/day/calendar';
import { type Day, weekdayOf } from '#core/day/day';

/** ISO weekdays on which somebody is never contacted: their wish, whatever suits us. */
export type NeverDays = readonly number[];

const week = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * A member's calendar as it is for one person: without the weekdays on which they are never contacted. Where that leaves no working day at all
 * their wish goes first, and any other weekday will do.
 */
export function calendarFor(calendar: Calendar, neverDays: NeverDays): Calendar {
  if (neverDays.length === 0) return calendar;
  const allowed = (day: number) => !neverDays.includes(day);
  const working = calendar.workingDays.filter(allowed);
  return { ...calendar, workingDays: working.length > 0 ? working : week.filter(allowed) };
}

export function isNeverDay(neverDays: NeverDays, day: Day): boolean {
  return neverDays.length > 0 && neverDays.includes(weekdayOf(day));
}

/** That day, unless it is one on which they are never contacted: then the first working day after it that suits them. */
export function suitingDay(calendar: Calendar, neverDays: NeverDays, day: Day): Day {
  return isNeverDay(neverDays, day) ? workingDayFrom(calendarFor(calendar, neverDays), day) : day;
}
