import { addDays, type Day, daysBetween } from '../day/day.ts';
import { monthsFrom, weeksFrom, type Periods } from '../persistence/periods.ts';

/** What the Outlook looks at: calendar months from today on, and the weeks that cover them. Both begin today. */
export type Horizon = { today: Day; months: Periods; weeks: Periods };

export function horizonFrom(today: Day, months: number): Horizon {
  const ofMonths = monthsFrom(today, months);
  const days = daysBetween(today, ofMonths.until);
  const enough = weeksFrom(today, Math.ceil(days / 7) + 1);
  const count = enough.starts.filter((start) => start < ofMonths.until).length;
  return { today, months: ofMonths, weeks: weeksFrom(today, count) };
}

/** The last day that the weeks hold, which is the last day of the months or a few days later. */
export function lastDayOf({ weeks }: Horizon): Day {
  return addDays(weeks.until, -1);
}

/** The last day of a period. */
export function endOf({ starts, until }: Periods, place: number): Day {
  return addDays(starts[place + 1] ?? until, -1);
}

/** Which period a day lies in, −1 for none. */
export function placeOf({ starts, until }: Periods, day: Day): number {
  return day >= until ? -1 : starts.findLastIndex((start) => start <= day);
}
