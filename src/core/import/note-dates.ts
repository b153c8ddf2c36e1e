import type { Day } from '../day/day.ts';
import { calendarDate, earliestOnOrAfter, latestOnOrBefore } from './calendar-date.ts';
import { monthNumber, monthPattern, weekdayPattern } from './month-names.ts';
import type { DateOrder } from './parse-day.ts';

type DayOfYear = { readonly month: number; readonly day: number; readonly year: number | null };

/** A day found in a text: `at` and `until` are where its letters begin and end. Its year is often not told. */
export type NoteDate = DayOfYear & { readonly at: number; readonly until: number };

const fullYear = String.raw`(?:19|20)\d{2}`;
const weekday = String.raw`(?:(?:${weekdayPattern})\.?\s+)?`;

/** 2026-09-03 */
const iso = String.raw`(?<isoYear>${fullYear})-(?<isoMonth>\d{1,2})-(?<isoDay>\d{1,2})`;
/** 3 sept, 3e sept. 2026, 3-okt-25 */
const dayAndName = String.raw`(?<namedDay>\d{1,2})(?:e|ste|de|st|nd|rd|th)?\.?[ -]?(?<name>${monthPattern})(?![a-zë])\.?`;
const namedYear = String.raw`(?:[ -]?'?(?<namedYear>${fullYear}|\d{2}(?![\d:./-])(?=\W|$)))?`;
/** Sept 3, Sep 3rd 2026 */
const nameAndDay = String.raw`(?<firstName>${monthPattern})\.? (?<firstDay>\d{1,2})(?:st|nd|rd|th)?(?![\d:])`;
const firstYear = String.raw`(?:,? (?<firstYear>${fullYear}))?`;
/** 3/9, 3-9-2026, 3.9.26 */
const figures = String.raw`(?<a>\d{1,2})(?<sign>[-/.])(?<b>\d{1,2})(?:\k<sign>'?(?<year>${fullYear}|\d{2}))?`;

/** Not inside a word, an amount, a telephone number or a clock time. */
const notBehind = String.raw`(?<![\p{L}\p{N}.,/€$£+-]|\d[ :])`;
const notBefore = String.raw`(?![\p{L}\p{N}]|[.,:/-]\d|%|\s?[€%])`;
const aDate = new RegExp(
  `${notBehind}${weekday}(?:${iso}|${dayAndName}${namedYear}|${nameAndDay}${firstYear}|${figures})${notBefore}`,
  'giu',
);

/** "2-3 keer", "10-12 weken", "1/2 dag": figures that look like a day and count something. */
const things = [
  String.raw`x\b|keer|maal|times|dag(?:en)?\b|days?\b|we(?:e)?k(?:en)?\b|weeks?\b|maand(?:en)?\b|months?\b`,
  String.raw`ja(?:a)?r(?:en)?\b|years?\b|uur\b|uren\b|hours?\b|min(?:uten)?\b|pers|man\b|mensen|people|stuks|fte\b`,
  String.raw`medewerkers|k\b|m2\b|euro|eur\b|procent|percent|prijs|price|mille`,
];
const countedThing = new RegExp(String.raw`^\s*(?:${things.join('|')})`, 'i');

/** The days in a text, in the order of the text. */
export function noteDates(text: string, order: DateOrder): NoteDate[] {
  const found: NoteDate[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(aDate)) {
    const date = fromGroups(match.groups ?? {}, order);
    const until = match.index + match[0].length;
    if (date === null || match[0] === '24/7' || countedThing.test(text.slice(until, until + 20))) continue;
    found.push({ at: match.index, until, ...date });
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function fromGroups(groups: Groups, order: DateOrder): DayOfYear | null {
  const month = groups['isoMonth'] ?? monthOf(groups['name'] ?? groups['firstName']);
  const day = groups['isoDay'] ?? groups['namedDay'] ?? groups['firstDay'];
  const year = yearOf(groups['isoYear'] ?? groups['namedYear'] ?? groups['firstYear'] ?? groups['year']);
  if (month !== undefined && day !== undefined) return existing(Number(month), Number(day), year);
  // "3.9" is a price or a version; with points a day needs its year.
  if (groups['sign'] === '.' && groups['year'] === undefined) return null;
  const [a, b] = [Number(groups['a']), Number(groups['b'])];
  const monthIsFirst = order === 'mdy' ? a <= 12 : b > 12;
  return monthIsFirst ? existing(a, b, year) : existing(b, a, year);
}

function monthOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : monthNumber(name.toLowerCase());
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function existing(month: number, day: number, year: number | null): DayOfYear | null {
  return calendarDate(year ?? 2024, month, day) === null ? null : { month, day, year };
}

/**
 * Gives days without a year their year: as recent as possible, not after today, and one after the other as notes are written.
 * People write top-down or newest first; the reading that spans the shortest time is taken. A note in no order at all must not send a day
 * a year back: then each is the latest of its name. Null: no such past day.
 */
export function placeInTime(dates: readonly NoteDate[], today: Day): (Day | null)[] {
  const oldestFirst = backwards(dates.toReversed(), today).toReversed();
  const newestFirst = backwards(dates, today);
  const turned = span(newestFirst) < span(oldestFirst);
  const ordered = turned ? newestFirst : oldestFirst;
  if (dates.some(({ year }) => year !== null)) return ordered;
  const isSane = span(ordered) < aYear && (!turned || isOneYear(ordered));
  return isSane ? ordered : dates.map((date) => latestOnOrBefore(date.month, date.day, today));
}

function isOneYear(days: readonly (Day | null)[]): boolean {
  return new Set(days.map((day) => day?.slice(0, 4))).size <= 1;
}

/** Each day at most its predecessor; one with a year of its own begins anew. */
function backwards(dates: readonly NoteDate[], today: Day): (Day | null)[] {
  let limit: Day = today;
  return dates.map((date, index) => {
    const placed =
      date.year === null ? withoutYear(date, limit, dates[index + 1]) : calendarDate(date.year, date.month, date.day);
    if (placed === null || placed > today) return null;
    limit = placed;
    return placed;
  });
}

function withoutYear(date: NoteDate, limit: Day, older: NoteDate | undefined): Day | null {
  // "3/9/2024 vm, 12/9 mail": the older neighbour's year says where this one lies.
  const floor = older?.year == null ? null : calendarDate(older.year, older.month, older.day);
  const after = floor === null ? null : earliestOnOrAfter(date.month, date.day, floor);
  return after !== null && after <= limit ? after : latestOnOrBefore(date.month, date.day, limit);
}

/** In the measure of `span`. */
const aYear = 12 * 31;

function span(days: readonly (Day | null)[]): number {
  const years = days
    .filter((day) => day !== null)
    .map((day) => Number(day.slice(0, 4)) * 372 + Number(day.slice(5, 7)) * 31 + Number(day.slice(8)));
  return years.length === 0 ? 0 : Math.max(...years) - Math.min(...years);
}
