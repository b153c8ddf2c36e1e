import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { foldText } from './fold-text.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';

/** `e164` is the key of a person (product.md, definition 19); the extension is kept beside it. */
export type ImportedPhone = { readonly e164: string; readonly extension: string | null };

/** Words that people put around a number and that say nothing about it. */
const labels = /\b(?:tel(?:efoon)?|phone|mob(?:iel)?|mobile|gsm|prive|zakelijk|werk|thuis|vast|home|work|cell)\b[.:]*/g;
const extension = /(?:;ext=|\b(?:ext(?:ension|ensie)?|tst|toestel|doorkies)\b[.:]?\s*|(?<=\d)\s*x\s*|#)(\d{1,7})$/;

/** The most common of all, as the library's own figures have it (6[1-58] and seven more): a tenth of an import went into parsing them. */
const dutchMobile = /^(?:\+31|0031|0)(6[1-58]\d{7})$/;

/**
 * The first phone number in a cell. Without a country code it is one of `country`; 0031…, 31… and a number that lost its
 * leading zero in a spreadsheet (612345678) are understood. Letters refuse it: a vanity number cannot be called from here.
 */
export function parsePhone(text: string, country: CountryCode = 'NL'): Parsed<ImportedPhone> {
  const mobile = dutchMobile.exec(text);
  if (mobile && country === 'NL') return parsedAs({ e164: `+31${mobile[1]}`, extension: null });
  const folded = foldText(text);
  if (folded === '') return notParsed('empty');
  if (folded.length > 200) return notParsed('not_a_phone');
  let problem: 'phone_letters' | 'not_a_phone' | null = null;
  for (const part of folded.split(/\s+(?:of|or|en|and)\s+|\s\/\s|[,|\n]|;(?!ext=)/)) {
    const found = onePhone(part.trim(), country);
    if (typeof found === 'object') return parsedAs(found);
    problem ??= found;
  }
  return notParsed(problem ?? 'not_a_phone');
}

function onePhone(part: string, country: CountryCode): ImportedPhone | 'phone_letters' | 'not_a_phone' {
  const bare = part
    // An apostrophe keeps a spreadsheet from computing (files/csv/csv-line).
    .replace(/^(?:tel:|')/, '')
    .replaceAll(labels, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .trim();
  const ext = extension.exec(bare);
  const figures = (ext ? bare.slice(0, ext.index) : bare).trim().replace(/^\+\s*\((\d+)\)/, '+$1');
  if (/\p{L}/u.test(figures)) return 'phone_letters';
  if (!/^\+?[\d\s().\-/]+$/.test(figures)) return 'not_a_phone';
  for (const candidate of [figures, `+${figures.replace(/^\+/, '')}`]) {
    const phone = parsePhoneNumberFromString(candidate, { defaultCountry: country, extract: false });
    if (phone?.isValid()) return { e164: phone.number, extension: ext?.[1] ?? null };
  }
  return 'not_a_phone';
}
