import { workingDayFrom } from '#core/day/calendar';
import { addDays, toDay } from '#core/day/day';

export type WhenName = 'tomorrow' | 'few_days' | 'next_week' | 'month' | 'quarter' | 'half_year';
export type WhenChoice = { name: WhenName; day: string };

const gaps: Record<WhenName, number> = {
  tomorrow: 1,
  few_days: 3,
  next_week: 7,
  month: 30,
  quarter: 91,
  half_year: 182,
};

/**
 * The days behind "morgen", "volgende week", …: forward to a day that this member works (product.md, definition 10).
 * Holidays and days off are the server's to know; here only the weekdays count, so that the chips need no request.
 */
export function whenChoices(today: string, workingDays: readonly number[], names: readonly WhenName[]): WhenChoice[] {
  const calendar = { workingDays, daysOff: [], holidays: new Set<never>() };
  const choices: WhenChoice[] = [];
  for (const name of names) {
    const day = workingDayFrom(calendar, addDays(toDay(today), gaps[name]));
    // On a Friday tomorrow and "a few days" may be the same Monday: say it once.
    if (!choices.some((known) => known.day === day)) choices.push({ name, day });
  }
  return choices;
}

export const soon: readonly WhenName[] = ['tomorrow', 'few_days', 'next_week', 'month'];
export const far: readonly WhenName[] = ['month', 'quarter', 'half_year'];
