import { addDays, type Day, weekdayOf } from './day.ts';

/** When a member works: own weekdays, own days off, public holidays. All of it given, nothing looked up. */
export type Calendar = {
  /** ISO weekdays 1 (Monday) … 7. */
  workingDays: readonly number[];
  daysOff: readonly { fromOn: Day; untilOn: Day }[];
  holidays: ReadonlySet<Day>;
};

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return (
    calendar.workingDays.includes(weekdayOf(day)) &&
    !calendar.holidays.has(day) &&
    !calendar.daysOff.some((off) => off.fromOn <= day && day <= off.untilOn)
  );
}

/** Longest absence looked through; beyond it the day itself is answered, so that a calendar without working days still plans. */
const horizonDays = 400;

/** The day itself when worked, else the first worked day after it. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let candidate = day;
  for (let i = 0; i < horizonDays; i++) {
    if (isWorkingDay(calendar, candidate)) return candidate;
    candidate = addDays(candidate, 1);
  }
  return day;
}

/** The day that lies `count` working days before `day`; looks back as far as workingDayFrom looks ahead. */
export function workingDaysBefore(calendar: Calendar, day: Day, count: number): Day {
  let candidate = day;
  for (let i = 0, found = 0; i < horizonDays && found < count; i++) {
    candidate = addDays(candidate, -1);
    if (isWorkingDay(calendar, candidate)) found++;
  }
  return candidate;
}

/** The first `count` working days from `day` on, that day included. */
export function workingDaysFrom(calendar: Calendar, day: Day, count: number): Day[] {
  const days: Day[] = [];
  let from = day;
  while (days.length < count) {
    const next = workingDayFrom(calendar, from);
    days.push(next);
    from = addDays(next, 1);
  }
  return days;
}
