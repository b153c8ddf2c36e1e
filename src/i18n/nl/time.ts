import type { time as english } from '../en/time.ts';
import type { WordsOf } from '../words-of.ts';

export const time = {
  earlier: 'van eerder',
  today: 'vandaag',
  tomorrow: 'morgen',
  yesterday: 'gisteren',
  week: 'week {{number}}',
  minutes: '{{count}} min',
  hours: '{{hours}} uur',
  hoursMinutes: '{{hours}} uur {{minutes}}',
  minutesLong_one: '{{count}} minuut',
  minutesLong_other: '{{count}} minuten',
  daysAgo_one: '{{count}} dag geleden',
  daysAgo_other: '{{count}} dagen geleden',
  days_one: '{{count}} dag',
  days_other: '{{count}} dagen',
  at: '{{day}} om {{time}}',
} satisfies WordsOf<typeof english>;
