import { parseChannel } from './parse-channel.ts';
import { parseDay } from './parse-day.ts';
import { parseEmail } from './parse-email.ts';
import { parseMoney } from './parse-money.ts';
import { parseOutcome } from './parse-outcome.ts';
import { parsePhone } from './parse-phone.ts';
import { parseState } from './parse-state.ts';
import { legalFormInName } from './parse-legal-form.ts';

/** Of the filled cells of a column, the share (0 to 1) that reads as each of these. */
export type ColumnContent = {
  readonly filled: number;
  readonly email: number;
  readonly phone: number;
  readonly date: number;
  /** With a currency sign, cents or thousands: a plain number may be anything. */
  readonly euros: number;
  readonly number: number;
  readonly state: number;
  readonly channel: number;
  readonly outcome: number;
  /** Names that end in a legal form ("Jansen B.V."). */
  readonly legalName: number;
  /** Two to five capitalised words without figures. */
  readonly personName: number;
  /** A few words, in any script: what a name is where nothing else is one. */
  readonly words: number;
  /** Forty letters or more, with spaces: no web address. */
  readonly longText: number;
};

/** Nothing longer is one number, day or address; the patterns below are slow on long rows of figures. */
const longestValue = 200;

const phoneShape = /^[+(]?[\d\s().\-/+]{8,}(?:\s*(?:ext|x|tst)\.?\s*\d+)?$/;
const eurosShape = /€|\beuro?\b|\d[.,]\d{2}$|\d[.,]-{1,2}$|^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?$|^\d+(?:[.,]\d+)?\s*k$/i;
const nameShape = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}|van|de|den|der|het|'t|ten|ter|op|in)[\p{L}.'’-]*){1,4}$/u;

export function columnContent(cells: readonly string[]): ColumnContent {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (reads: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(reads).length / filled.length;
  return {
    filled: filled.length,
    email: share((cell) => cell.includes('@') && parseEmail(cell).ok),
    phone: share(
      (cell) => cell.length <= longestValue && phoneShape.test(cell) && !isDate(cell) && parsePhone(cell).ok,
    ),
    date: share(isDate),
    euros: share(
      (cell) => cell.length <= longestValue && eurosShape.test(cell) && !isDate(cell) && parseMoney(cell, ',').ok,
    ),
    number: share((cell) => /^-?\d+(?:[.,]\d+)?$/.test(cell)),
    state: share((cell) => parseState(cell).ok),
    channel: share((cell) => cell.length <= 40 && parseChannel(cell).ok),
    outcome: share((cell) => cell.length <= 60 && parseOutcome(cell).ok),
    legalName: share((cell) => legalFormInName(cell) !== null),
    personName: share((cell) => nameShape.test(cell) && legalFormInName(cell) === null),
    words: share((cell) => cell.length <= 60 && /\p{L}/u.test(cell) && !isValueCell(cell)),
    longText: share((cell) => cell.length >= 40 && cell.includes(' ')),
  };
}

function isDate(cell: string): boolean {
  const parsed = parseDay(cell, 'dmy');
  return parsed.ok || parsed.problem === 'no_year';
}

/** Whether a cell is a value (an address, a number, a day, a web address): a header never is. */
export function isValueCell(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > longestValue) return false;
  if (/^https?:\/\/|^www\./i.test(text) || /^[\d\s.,:€$£%+()/-]*\d[\d\s.,:€$£%+()/-]*$/.test(text)) return true;
  return parseEmail(text).ok || isDate(text);
}
