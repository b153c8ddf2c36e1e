import { foldText } from './fold-text.ts';
import { minorDigits } from '#core/money/minor-units';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';

export type DecimalSign = ',' | '.';

/** `minor` in minor units of the currency (cents; whole units for yen), at most the contract's 1,000,000,000,000. */
export type ImportedMoney = { readonly minor: number; readonly currency: string | null };

const largest = 1_000_000_000_000;

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', '¥': 'JPY' };
const codes = [
  'eur',
  'usd',
  'gbp',
  'chf',
  'dkk',
  'sek',
  'nok',
  'pln',
  'czk',
  'huf',
  'ron',
  'bgn',
  'isk',
  'jpy',
  'cad',
  'aud',
  'try',
  'cny',
  'inr',
];
const currencyWord = new RegExp(
  String.raw`(?:us\$|€|£|\$|¥|\beuro'?s?\b|(?<![a-z])(?:${codes.join('|')})(?![a-z]))`,
  'g',
);
const around =
  /^(?:ca\.?|circa|ong\.?|ongeveer|approx\.?|about|±|~|\+\/-)\s*|\s*(?:\(?(?:ex(?:cl)?|incl?)\.?\s*(?:btw|vat)\)?)$/g;
const multiples: Readonly<Record<string, number>> = {
  k: 3,
  mille: 3,
  duizend: 3,
  thousand: 3,
  m: 6,
  mln: 6,
  mio: 6,
  miljoen: 6,
  million: 6,
};
const amount =
  /^([+-]?)\s*(\d[\d.,' ]*?)\s*([.,]\s*(?:-{1,2}|=|–))?\s*(k|mille|duizend|thousand|mln\.?|mio\.?|miljoen|million|m)?\s*(-?)$/;

/** Figures alone, or with two decimals: what most columns hold, in a tenth of the time. */
const plain = /^(\d{1,9})(?:[.,](\d\d))?$/;

/**
 * An amount as people and programs write it: "1.234,50", "€ 1,234.50", "1.234,-", "12k". The hint decides only what is
 * ambiguous: one sign with three figures behind it. More than two decimals are rounded half up. Words ("twaalf"), ranges
 * ("5-10k") and amounts below zero are refused.
 */
export function parseMoney(text: string, decimalHint: DecimalSign): Parsed<ImportedMoney> {
  const bareAmount = plain.exec(text);
  if (bareAmount) return parsedAs({ minor: Number(bareAmount[1]) * 100 + Number(bareAmount[2] ?? 0), currency: null });
  const folded = foldText(text);
  if (folded === '') return notParsed('empty');
  if (folded.length > 60) return notParsed('not_money');
  const found = [...folded.matchAll(currencyWord)].map(([word]) => currencyOf(word));
  if (new Set(found).size > 1) return notParsed('not_money');
  const currency = found[0] ?? null;
  const bare = folded.replaceAll(currencyWord, ' ').trim().replaceAll(around, '').trim();
  const bracketed = /^\((.+)\)$/.exec(bare);
  const match = amount.exec(bracketed?.[1] ?? bare);
  if (!match) return notParsed('not_money');
  const figures = match[3] === undefined ? plainFigures(match[2] ?? '', decimalHint) : wholeFigures(match[2] ?? '');
  if (figures === null) return notParsed('not_money');
  const shift = (multiples[(match[4] ?? '').replace('.', '')] ?? 0) + (currency === null ? 2 : minorDigits(currency));
  const minor = shifted(figures.whole, figures.fraction, shift);
  if (minor > largest) return notParsed('money_too_large');
  const negative = bracketed !== null || match[1] === '-' || match[5] === '-';
  return negative && minor > 0 ? notParsed('negative_money') : parsedAs({ minor, currency });
}

function currencyOf(word: string): string {
  if (word.startsWith('euro')) return 'EUR';
  return symbols[word.replace('us', '')] ?? word.toUpperCase();
}

/** Takes the grouping out; null when the groups are not of three. */
function plainFigures(text: string, decimalHint: DecimalSign): { whole: string; fraction: string } | null {
  const compact = text.trim();
  const lastDot = compact.lastIndexOf('.');
  const lastComma = compact.lastIndexOf(',');
  const lastSign = Math.max(lastDot, lastComma);
  const sign = lastSign === -1 ? null : compact.charAt(lastSign);
  const isDecimal =
    sign !== null && decimalAt(compact, lastSign, sign, lastDot !== -1 && lastComma !== -1, decimalHint);
  const whole = isDecimal ? compact.slice(0, lastSign) : compact;
  const fraction = isDecimal ? compact.slice(lastSign + 1) : '';
  return /^\d*$/.test(fraction) ? withFraction(whole, fraction) : null;
}

/** "1.234,-" has no cents: every sign in it groups, whatever the hint. */
function wholeFigures(text: string): { whole: string; fraction: string } | null {
  return withFraction(text.trim(), '');
}

function withFraction(whole: string, fraction: string): { whole: string; fraction: string } | null {
  const groupSigns = new Set(whole.replaceAll(/\d/g, ''));
  if (groupSigns.size > 1) return null;
  const groups = whole.split(/[.,' ]/);
  const wellGrouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group)));
  return wellGrouped ? { whole: groups.join(''), fraction } : null;
}

function decimalAt(text: string, at: number, sign: string, both: boolean, decimalHint: DecimalSign): boolean {
  if (both) return true;
  if (text.indexOf(sign) !== at) return false;
  const before = text.slice(0, at);
  const looksGrouped = text.length - at === 4 && /^(?:[1-9]\d{0,2})$/.test(before);
  return !looksGrouped || sign === decimalHint;
}

/** whole.fraction × 10^shift as an integer, rounded half up, without the error of binary fractions. */
function shifted(whole: string, fraction: string, shift: number): number {
  const digits = fraction.padEnd(shift, '0');
  const exact = Number(`${whole}${digits.slice(0, shift)}`);
  return digits.charCodeAt(shift) >= '5'.charCodeAt(0) ? exact + 1 : exact;
}
