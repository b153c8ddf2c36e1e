import { foldText, foldWords } from '#core/import/fold-text';
import { type Called, gone, leastLetters } from './names-them.ts';

/** A part of a text, by the places of its letters. */
export type Span = { from: number; to: number };

const lastDigits = 8;
/** Signs between the digits of a number, and before its last ones. */
const between = '[\\s().\\-/]*';
const beforeNumber = /[\d\s().\-/+]{0,12}$/;

/** Where a text names somebody: the whole name, a mail address or a number, however it is written. In order, and apart from each other. */
export function mentionsIn({ names, emails, phones }: Called): (text: string) => Span[] {
  const whole = names.map(foldWords).filter(Boolean);
  const patterns = [
    ...whole.filter((name) => name.length >= leastLetters).map(nameInside),
    ...emails.map((mail) => escaped(foldText(mail))).filter(Boolean),
  ];
  const inside = patterns.map((pattern) => new RegExp(pattern, 'gu'));
  const numbers = phones
    .map((phone) => phone.replaceAll(/\D/g, '').slice(-lastDigits))
    .filter((digits) => digits.length >= 6)
    .map((digits) => new RegExp(`${[...digits].join(between)}(?!\\d)`, 'g'));
  return (text) => {
    if (whole.includes(foldWords(text))) return [{ from: 0, to: text.length }];
    const { folded, starts, ends } = foldedWithPlaces(text);
    const spans = inside.flatMap((pattern) =>
      [...folded.matchAll(pattern)].map(({ index, 0: found }) => ({
        from: starts[index] ?? 0,
        to: ends[index + found.length - 1] ?? text.length,
      })),
    );
    for (const number of numbers)
      for (const { index, 0: found } of text.matchAll(number)) {
        const [before = ''] = beforeNumber.exec(text.slice(0, index)) ?? [];
        const own = before.replace(before.includes(')') ? /^[^\d(+]+/ : /^[^\d+]+/, '');
        spans.push({ from: index - own.length, to: index + found.length });
      }
    return apart(spans);
  };
}

/** The text with `…` for each of them. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of spans) {
    left += text.slice(at, from) + gone;
    at = to;
  }
  return left + text.slice(at);
}

/** The first of them with what stands around it, each cut at a length that fits a line. */
export function excerptOf(text: string, [first]: readonly Span[]): { before: string; named: string; after: string } {
  const { from, to } = first ?? { from: 0, to: 0 };
  const around = 80;
  return {
    before: (from > around ? gone : '') + text.slice(Math.max(0, from - around), from),
    named: text.slice(from, to),
    after: text.slice(to, to + around) + (text.length > to + around ? gone : ''),
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function nameInside(name: string): string {
  const words = name.split(' ').map(escaped).join('[^\\p{L}\\p{N}]+');
  return `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
}

/** Folded letter by letter, so that each one found is known by its place in the text. */
function foldedWithPlaces(text: string): { folded: string; starts: number[]; ends: number[] } {
  const [starts, ends]: [number[], number[]] = [[], []];
  let folded = '';
  let place = 0;
  for (const sign of text) {
    const one = /\s/.test(sign) ? ' ' : foldText(sign);
    for (let i = 0; i < one.length; i += 1) {
      starts.push(place);
      ends.push(place + sign.length);
    }
    // A mark of its own belongs to the letter before it.
    if (one === '' && ends.length > 0) ends[ends.length - 1] = place + sign.length;
    folded += one;
    place += sign.length;
  }
  return { folded, starts, ends };
}

function apart(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}
