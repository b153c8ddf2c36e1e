import { toDay } from '../day/day.ts';
import { type DateOrder, parseDay } from '../import/parse-day.ts';
import { isYearDay } from './important-day.ts';

export type YearDayText = { month: number; day: number; year: number | null };

/** A placeholder of address books for "no year": Apple writes 1604, others 1900 or 0000. */
const noYear: ReadonlySet<number> = new Set([0, 1604, 1900]);

const withoutYear = /^--?(\d{2})-?(\d{2})(?:t.*)?$/i;
const appleYear = /^(1604|0000)-?(\d{2})-?(\d{2})(?:t.*)?$/i;

/** A birthday as files have it: --0203 and 1604-02-03 (vCard), 3-2-1980, 3 februari, 03/02. Null: none can be read. */
export function readYearDay(text: string, order: DateOrder): YearDayText | null {
  const trimmed = text.trim();
  const bare = withoutYear.exec(trimmed);
  if (bare) return existing({ month: Number(bare[1]), day: Number(bare[2]), year: null });
  const apple = appleYear.exec(trimmed);
  if (apple) return existing({ month: Number(apple[2]), day: Number(apple[3]), year: null });
  // With and without a year it reads the same day; only then was there one.
  const dated = parseDay(trimmed, order);
  const undated = dated.ok ? dated : parseDay(trimmed, order, { today: leapToday });
  if (!undated.ok) return null;
  const [year, month, day] = undated.value.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return existing({ month, day, year: dated.ok && !noYear.has(year) ? inThePast(year) : null });
}

/** The last day of a leap year: every day of a year lies before it in the same year. */
const leapToday = toDay('2024-12-31');

/** Two digits are of somebody alive: '49 was 1949. */
const inThePast = (year: number): number => (year > 2030 ? year - 100 : year);

function existing(found: YearDayText): YearDayText | null {
  return isYearDay(found) ? found : null;
}

/** As a file has it: 1980-02-03, or --02-03 without a year. */
export function writtenYearDay({ month, day, year }: YearDayText): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return year === null ? `--${two(month)}-${two(day)}` : `${year}-${two(month)}-${two(day)}`;
}
