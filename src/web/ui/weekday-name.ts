/** ISO weekdays, Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Monday 5 January 2026: a week to take the names of the days from. */
const monday = Date.UTC(2026, 0, 5, 12);

export function weekdayName(language: string, weekday: number, width: 'short' | 'long'): string {
  const options = { weekday: width, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(monday + (weekday - 1) * 86_400_000));
}
