import { addDays, type Day, isDay } from '#core/day/day';
import type { MailFacts } from './mail-facts.ts';

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  maa: 3,
  mrt: 3,
  apr: 4,
  may: 5,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
};
const month =
  '(jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayWords =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun|maan|dins|woens|donder|vrij|zater|zon)da[yg],?\\s+)?(?:the\\s+|de\\s+)?';
const number = '(\\d{1,2})(?:st|nd|rd|th|e|ste|de)?';
const dates: readonly {
  of: RegExp;
  read: (found: readonly string[]) => { day: number; month: number; year: number | null } | null;
}[] = [
  { of: /(20\d\d)-(\d\d)-(\d\d)/, read: ([, y = '', m = '', d = '']) => ({ day: +d, month: +m, year: +y }) },
  {
    of: new RegExp(`${dayWords}${number}\\s+(?:of\\s+)?${month}(?:,?\\s+(20\\d\\d))?`, 'i'),
    read: ([, d = '', m = '', y]) => named(d, m, y),
  },
  {
    of: new RegExp(`${dayWords}${month}\\s+${number}(?:,?\\s+(20\\d\\d))?`, 'i'),
    read: ([, m = '', d = '', y]) => named(d, m, y),
  },
  // Day first, as is written here: 3/7/2026, 3-7, 03.07.26.
  {
    of: /\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](20\d\d|\d\d))?\b/,
    read: ([, d = '', m = '', y]) => ({ day: +d, month: +m, year: y === undefined ? null : +y < 100 ? 2000 + +y : +y }),
  },
];
const named = (day: string, name: string, year: string | undefined) => ({
  day: Number(day),
  month: months[name.slice(0, 3).toLowerCase()] ?? 0,
  year: year === undefined ? null : Number(year),
});

/** Away up to and including that day; or back on it. */
const untilWords = /\b(?:until|till|through|up to|t\/m|tot en met|tot|bis)\s+$/i;
const backWords =
  /(?:\b(?:back|return(?:ing)?|again|terug|aanwezig|bereikbaar|available|in the office|op kantoor)\b[^.!?\n]{0,40}\b(?:on|from|by|op|vanaf|per|sinds|am)\s*|\b(?:vanaf|from|starting|as of|per)\s+)$/i;
const including = /\b(?:through|t\/m|tot en met)\s+$/i;

/**
 * The day on which somebody whose answering machine wrote is back, as it says; null when it names none, one before `on` or over half a
 * year on. Only a date beside words that say so: a machine names other days too.
 */
export function awayUntil(mail: MailFacts, on: Day): Day | null {
  const apple = /endDate=(20\d\d-\d\d-\d\d)/.exec(mail.headers.get('x-apple-criteria') ?? '')?.[1];
  if (apple !== undefined) return within(parsed(apple, on), on);
  const found = `${mail.subject}\n${mail.text.slice(0, 3000)}`.replaceAll(/\s+/g, ' ');
  const back: Day[] = [];
  for (const { of, read } of dates) {
    for (const hit of found.matchAll(new RegExp(of.source, `${of.flags}g`))) {
      const before = found.slice(Math.max(0, hit.index - 70), hit.index);
      const says = untilWords.test(before) || backWords.test(before);
      const parts = says ? read(hit) : null;
      const day = parts && dayOf(parts, on);
      if (day) back.push(including.test(before) ? addDays(day, 1) : day);
    }
  }
  const span = new RegExp(`${month}\\s+\\d{1,2}\\s*[-–]\\s*(\\d{1,2})\\b`, 'i').exec(found);
  if (back.length === 0 && span?.[1] && span[2]) {
    const day = dayOf(named(span[2], span[1], undefined), on);
    if (day) back.push(addDays(day, 1));
  }
  return within(back.toSorted().at(-1) ?? null, on);
}

function parsed(text: string, on: Day): Day | null {
  const [year, month_, day] = text.split('-').map(Number);
  return dayOf({ day: day ?? 0, month: month_ ?? 0, year: year ?? null }, on);
}

function dayFromParts(year: number, of: number, day: number): Day | null {
  const text = [String(year), String(of).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isDay(text) ? text : null;
}

/** Without a year: the first such day from `on`. */
function dayOf({ day, month: of, year }: { day: number; month: number; year: number | null }, on: Day): Day | null {
  const own = Number(on.slice(0, 4));
  if (year !== null) return dayFromParts(year, of, day);
  const here = dayFromParts(own, of, day);
  return here !== null && here >= on ? here : dayFromParts(own + 1, of, day);
}

const within = (day: Day | null, on: Day): Day | null =>
  day !== null && day > on && day <= addDays(on, 183) ? day : null;
