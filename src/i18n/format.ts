/** How days, times, money and counts are written: `di 24 nov`, `maandag 23 november`, `16:40`, `€ 1.234,50`. */
export type Language = 'nl' | 'en';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const millisecondsADay = 86_400_000;

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making an Intl formatter costs about 50 µs; lists show hundreds of figures. */
function once<F>(made: Map<string, F>, key: string, make: () => F): F {
  const known = made.get(key);
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

function dateFormat(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dateFormats, `${language} ${name}`, () => new Intl.DateTimeFormat(locales[language], options));
}

function numberFormat(language: Language, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numberFormats, `${language} ${name}`, () => new Intl.NumberFormat(locales[language], options));
}

/** A calendar day (`yyyy-mm-dd`) as an instant to format in UTC. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** `di 24 nov`; with the year when that is another than today's: `di 24 nov 2025`. */
export function shortDay(language: Language, day: string, today?: string): string {
  const year = today !== undefined && day.slice(0, 4) !== today.slice(0, 4);
  const format = dateFormat(language, year ? 'short+year' : 'short', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
  });
  // Some tables of the language data write "nov." or "Tue, 24 Nov": a list reads calmer without.
  return format.format(noonOf(day)).replace(/[.,]/g, '');
}

/** `maandag 23 november`. */
export function longDay(language: Language, day: string): string {
  return dateFormat(language, 'long', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
    .format(noonOf(day))
    .replace(',', '');
}

/** `23 november 2026`. */
export function fullDate(language: Language, day: string): string {
  return dateFormat(language, 'full', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    noonOf(day),
  );
}

/** `maart`; with the year when that is another than today's: `maart 2027`. */
export function monthName(language: Language, day: string, today?: string): string {
  const year = today !== undefined && day.slice(0, 4) !== today.slice(0, 4);
  return dateFormat(language, year ? 'month+year' : 'month', {
    timeZone: 'UTC',
    month: 'long',
    ...(year ? { year: 'numeric' } : {}),
  }).format(noonOf(day));
}

/** `mrt`, for the axis of a chart. */
export function shortMonth(language: Language, day: string): string {
  return dateFormat(language, 'month short', { timeZone: 'UTC', month: 'short' }).format(noonOf(day)).replace('.', '');
}

/** ISO week number: weeks begin on Monday, week 1 has the year's first Thursday. */
export function weekNumber(day: string): number {
  const date = noonOf(day);
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = date.getTime() + (3 - weekday) * millisecondsADay;
  const year = new Date(thursday).getUTCFullYear();
  return Math.floor((thursday - Date.UTC(year, 0, 1)) / millisecondsADay / 7) + 1;
}

/** The clock time of an instant in an IANA zone: `16:40`. */
export function clock(language: Language, instant: string, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat(language, `clock ${timeZone}`, options).format(new Date(instant));
}

/** Minor units to text. `whole`: what is computed shows no cents (`€ 18.500`); otherwise cents when there are any (`€ 1.234,50`). */
export function money(language: Language, minor: number, currency: string, whole = false): string {
  const fraction = fractionOf(currency);
  const amount = minor / 10 ** fraction;
  const digits = whole || Number.isInteger(amount) ? 0 : fraction;
  return numberFormat(language, `money ${currency} ${digits}`, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** An estimate: three figures that count, no cents. `€ 916.169` would say more than we know. */
export function estimate(language: Language, minor: number, currency: string): string {
  const unit = 10 ** fractionOf(currency);
  const amount = Math.abs(minor / unit);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2);
  return money(language, Math.round(minor / unit / step) * step * unit, currency, true);
}

/** Digits of a currency's minor unit: 2 for EUR, 0 for JPY. */
export function fractionOf(currency: string): number {
  return (
    numberFormat('en', `fraction ${currency}`, { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** Typed money to minor units: `1.234,50`, `1234.5`, `€ 18500`. Null when it is no amount. */
export function readMoney(text: string, currency: string): number | null {
  const bare = text.replace(/[^\d.,-]/g, '');
  if (!/\d/.test(bare) || bare.startsWith('-')) return null;
  const mark = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const decimals = mark < 0 ? 0 : bare.length - mark - 1;
  // A last mark with one or two digits behind it separates decimals; with three it groups thousands.
  const hasDecimals = mark >= 0 && decimals > 0 && decimals <= 2;
  const whole = (hasDecimals ? bare.slice(0, mark) : bare).replace(/\D/g, '');
  const part = hasDecimals ? bare.slice(mark + 1) : '';
  const amount = Number(`${whole || '0'}.${part || '0'}`);
  return Number.isFinite(amount) ? Math.round(amount * 10 ** fractionOf(currency)) : null;
}

/** `1.234`; a fraction with at most `digits` decimals. */
export function number(language: Language, value: number, digits = 0): string {
  return numberFormat(language, `number ${digits}`, { maximumFractionDigits: digits }).format(value);
}

/** 0.34 → `34%`. */
export function percent(language: Language, fraction: number, digits = 0): string {
  return numberFormat(language, `percent ${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(
    fraction,
  );
}

/** 0.02 → `2,0%`: always one decimal, for columns of small shares. */
export function percentTenths(language: Language, fraction: number): string {
  return numberFormat(language, 'percent tenths', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(fraction);
}

/** `Jan, Piet en Kees`. */
export function listOf(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}
