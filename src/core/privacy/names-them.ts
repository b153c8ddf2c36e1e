import { foldText, foldWords } from '#core/import/fold-text';

/** Shorter than this a name stands in too many words to be looked for inside a text. */
export const leastLetters = 4;
/** A number is written in many ways; its last digits are the same in all. */
const lastDigits = 8;

export type Called = { names: readonly string[]; emails: readonly string[]; phones: readonly string[] };

/** Whether a text names somebody: by name, mail address or telephone number, however it is written. */
export function namesThem({ names, emails, phones }: Called): (text: string) => boolean {
  const whole = new Set(names.map(foldWords).filter(Boolean));
  const inside = [...whole].filter((name) => name.length >= leastLetters);
  const addresses = emails.map(foldText).filter(Boolean);
  const numbers = phones.map((phone) => phone.replaceAll(/\D/g, '').slice(-lastDigits)).filter((n) => n.length >= 6);
  return (text) => {
    const words = foldWords(text);
    if (whole.has(words)) return true;
    if (inside.some((name) => ` ${words} `.includes(` ${name} `))) return true;
    const folded = foldText(text);
    if (addresses.some((address) => folded.includes(address))) return true;
    const digits = text.replaceAll(/\D/g, '');
    return numbers.some((number) => digits.includes(number));
  };
}

/** What stands where they were named. */
export const gone = '…';

/** The same value, with `…` for every text in it that names them. */
export function withoutThem<T>(value: T, names: (text: string) => boolean): T;
export function withoutThem(value: unknown, names: (text: string) => boolean): unknown {
  if (typeof value === 'string') return names(value) ? gone : value;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutThem(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, withoutThem(one, names)]),
  );
}
