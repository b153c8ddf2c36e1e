import Holidays from 'date-holidays';
import { isDay, type Day } from './day.ts';

const known = new Map<string, readonly Day[]>();

/**
 * Public holidays of a country (ISO 3166 alpha-2) in a year, from the date-holidays tables. An unknown country has none.
 * The Dutch Good Friday is no public holiday there and is worked; Liberation Day is free once in five years.
 */
export function publicHolidays(country: string, year: number): readonly Day[] {
  const key = `${country} ${year}`;
  const cached = known.get(key);
  if (cached) return cached;
  const days = new Holidays(country)
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10))
    .filter(isDay);
  known.set(key, days);
  return days;
}
