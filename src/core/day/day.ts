/** A calendar day, `yyyy-mm-dd`: neither a clock time nor a zone. Days compare and sort as text. */
export type Day = string & { readonly __day: 'Day' };

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01, or null when the text is not a day of the calendar (2026-02-30, 31-02). */
function ordinal(text: string): number | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (Number.isNaN(year + month + day)) return null;
  // Date.UTC takes a year of two figures for one of the last century.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return Date.UTC(year, month - 1, day) / millisecondsADay;
}

/** The number that stands there; NaN with another sign in it. Every day that is read passes here, so nothing is made on the way. */
function digits(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
const zero = '0'.charCodeAt(0);

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function ordinalOf(day: Day): number {
  const n = ordinal(day);
  if (n === null) throw new RangeError(`not a calendar day: ${day}`);
  return n;
}

export function isDay(text: string): text is Day {
  return ordinal(text) !== null;
}

/** The day that the text names. Throws RangeError when it is none: pass text from outside through `isDay` first. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

function fromOrdinal(n: number): Day {
  return toDay(new Date(n * millisecondsADay).toISOString().slice(0, 10));
}

export function addDays(day: Day, days: number): Day {
  return fromOrdinal(ordinalOf(day) + days);
}

/** Whole days from `from` to `until`; negative when `until` lies before. */
export function daysBetween(from: Day, until: Day): number {
  return ordinalOf(until) - ordinalOf(from);
}

/** ISO weekday, Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((ordinalOf(day) + 3) % 7) + 7) % 7) + 1;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The last of those that are known; null when none is. */
export function latestOf(...days: readonly (Day | null)[]): Day | null {
  let last: Day | null = null;
  for (const day of days) if (last === null || (day !== null && day > last)) last = day;
  return last;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA zone: "today" is a member's, not the server's (definition 14). */
export function dayIn(instant: Date, timeZone: string): Day {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  return toDay(formatter.format(instant));
}
