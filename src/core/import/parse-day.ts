import { dayIn, type Day } from '../day/day.ts';
import { calendarDate, earliestOnOrAfter, latestOnOrBefore } from './calendar-date.ts';
import { foldText } from './fold-text.ts';
import { monthNumber, monthPattern, weekdayPattern } from './month-names.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';

/** Which comes first in a day written with figures only. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export type DayContext = {
  /** Without it a day without a year is refused (`no_year`), and two-digit years lie in 1950 to 2049. */
  readonly today?: Day;
  /** Where a day without a year lies: the latest on or before today (default), or the first on or after it. */
  readonly noYear?: 'past' | 'future';
  /** IANA zone whose day an instant with its own offset (…T23:30Z) falls on; without it the day is taken as written. */
  readonly zone?: string;
};

const clock = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?`;
const halfOfDay = String.raw`(?:uur|u|h|am|pm|a\.m\.|p\.m\.)?`;
const zoneOffset = String.raw`(?:z|utc|gmt)?(?:[+-]\d{2}(?::?\d{2})?)?`;
const time = String.raw`(?:,?\s*(?:t|om|at)?\s*${clock}\s*${halfOfDay}\s*${zoneOffset})?`;
const weekday = String.raw`(?:(?:${weekdayPattern})\.?,?\s+)?`;
const laterYear = String.raw`'?(\d{4}|\d{2})`;
const ordinal = '(?:e|ste|de|st|nd|rd|th)?';
const monthName = String.raw`(${monthPattern})(?:\.|\b)`;

const instantPattern = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?(?:\d{2})?)$/;
const compact = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:t?\d{4,6}(?:z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const yearFirst = new RegExp(String.raw`^${weekday}(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`);
const threeNumbers = new RegExp(
  String.raw`^${weekday}(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*${laterYear}${time}$`,
);
const twoNumbers = new RegExp(String.raw`^${weekday}(\d{1,2})\s*[-/.]\s*(\d{1,2})[-/.]?$`);
const dayMonthName = new RegExp(
  String.raw`^${weekday}(\d{1,2})${ordinal}\.?[\s/-]*(?:of\s+)?${monthName}(?:,?[\s/-]*${laterYear})?${time}$`,
);
const monthNameDay = new RegExp(
  String.raw`^${weekday}${monthName}[\s/-]*(\d{1,2})${ordinal}(?:,?[\s/-]+${laterYear})?${time}$`,
);

/** As programs write it, in a fifth of the time. */
const plainDay = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

const longestDay = 60;

/**
 * A day as people and programs write it, in Dutch or English: 3/9, 3-9-2026, 3 sept. 2026, Sep 3rd, 2026-09-03T10:00Z. Where
 * the order is impossible and the swapped one is not (12/31 in a dmy file), the swapped one is meant; a day that is in no
 * calendar is refused.
 */
export function parseDay(text: string, order: DateOrder, context: DayContext = {}): Parsed<Day> {
  const plain = plainDay.exec(text);
  if (plain) {
    return inOrder(Number(plain[1]), Number(plain[2]), order, (month, dayOfMonth) =>
      day(Number(plain[3]), month, dayOfMonth),
    );
  }
  const folded = foldText(text).replace(/\sj\.?l\.?$/, '');
  if (folded === '') return notParsed('empty');
  if (folded.length > longestDay) return notParsed('not_a_date');
  const found = relative(folded, context) ?? withFigures(folded, order, context) ?? withName(folded, context);
  return found ?? notParsed('not_a_date');
}

function relative(folded: string, context: DayContext): Parsed<Day> | null {
  if (context.today === undefined) return null;
  return folded === 'vandaag' || folded === 'today' ? parsedAs(context.today) : null;
}

function withFigures(folded: string, order: DateOrder, context: DayContext): Parsed<Day> | null {
  const instant = instantPattern.exec(folded);
  if (instant && context.zone !== undefined) return dayOfInstant(folded, context.zone);
  const iso = yearFirst.exec(folded);
  if (iso) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const packed = compact.exec(folded);
  if (packed) return day(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const three = threeNumbers.exec(folded);
  if (three) {
    const [a, b, c] = [Number(three[1]), Number(three[2]), Number(three[3])];
    if (order === 'ymd' && three[3]?.length === 2) return day(fullYear(a, context), b, c);
    const year = three[3]?.length === 2 ? fullYear(c, context) : c;
    return inOrder(a, b, order, (month, dayOfMonth) => day(year, month, dayOfMonth));
  }
  const two = twoNumbers.exec(folded);
  if (!two) return null;
  return inOrder(Number(two[1]), Number(two[2]), order, (month, dayOfMonth) => withoutYear(month, dayOfMonth, context));
}

function dayOfInstant(folded: string, zone: string): Parsed<Day> {
  const offset = folded
    .replace(' ', 't')
    .replace(/([+-]\d{2})$/, '$1:00')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = new Date(offset.toUpperCase());
  if (Number.isNaN(instant.getTime())) return notParsed('no_such_day');
  const local = dayIn(instant, zone);
  return day(Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10)));
}

function withName(folded: string, context: DayContext): Parsed<Day> | null {
  const dayFirst = dayMonthName.exec(folded);
  const monthFirst = dayFirst ? null : monthNameDay.exec(folded);
  const parts = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : null;
  if (parts === null) return null;
  const month = monthNumber(parts[0] ?? '');
  const dayOfMonth = Number(parts[1]);
  if (month === undefined) return null;
  const year = parts[2];
  if (year === undefined) return withoutYear(month, dayOfMonth, context);
  return day(year.length === 2 ? fullYear(Number(year), context) : Number(year), month, dayOfMonth);
}

function inOrder(
  first: number,
  second: number,
  order: DateOrder,
  make: (month: number, day: number) => Parsed<Day>,
): Parsed<Day> {
  const monthFirst = order === 'mdy';
  const month = monthFirst ? first : second;
  const dayOfMonth = monthFirst ? second : first;
  return month > 12 && dayOfMonth <= 12 ? make(dayOfMonth, month) : make(month, dayOfMonth);
}

function withoutYear(month: number, dayOfMonth: number, context: DayContext): Parsed<Day> {
  // 2024 is a leap year: the question here is only whether the day exists at all.
  if (calendarDate(2024, month, dayOfMonth) === null) return notParsed('no_such_day');
  if (context.today === undefined) return notParsed('no_year');
  const nearest = context.noYear === 'future' ? earliestOnOrAfter : latestOnOrBefore;
  const found = nearest(month, dayOfMonth, context.today);
  return found === null ? notParsed('no_such_day') : parsedAs(found);
}

/** '26 is 2026 and '74 is 1974: up to twenty years ahead of today, else the century before. */
function fullYear(twoDigits: number, context: DayContext): number {
  const thisYear = context.today === undefined ? 2029 : Number(context.today.slice(0, 4));
  const sameCentury = thisYear - (thisYear % 100) + twoDigits;
  return sameCentury > thisYear + 20 ? sameCentury - 100 : sameCentury;
}

function day(year: number, month: number, dayOfMonth: number): Parsed<Day> {
  const found = calendarDate(year, month, dayOfMonth);
  return found === null ? notParsed('no_such_day') : parsedAs(found);
}
