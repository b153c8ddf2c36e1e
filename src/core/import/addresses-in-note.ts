import { noteDates } from './note-dates.ts';
import { parseEmail } from './parse-email.ts';
import { parsePhone } from './parse-phone.ts';

export type NotedAddresses = { readonly email: { address: string; key: string } | null; readonly phone: string | null };

const address = /[^\s<>,;:()[\]"'/|]+@[^\s<>,;:()[\]"'/|]+/g;
/** With its 0 or +: figures without it are an amount, a day or an order. */
const number = /(?<![\p{L}\p{N}.,/@€-]|[€$£] )(?:\+|\(?0)\d?[\d\s().\-/]{7,24}/gu;

/** The first mail address and the first telephone number in a note that are valid; null where it has none. */
export function addressesInNote(note: string): NotedAddresses {
  return { email: firstEmail(note), phone: firstPhone(note) };
}

function firstEmail(note: string): NotedAddresses['email'] {
  if (!note.includes('@')) return null;
  for (const [found] of note.matchAll(address)) {
    const parsed = parseEmail(found);
    if (parsed.ok) return parsed.value;
  }
  return null;
}

function firstPhone(note: string): string | null {
  // Seven figures with what stands between them: most notes have none, and this is done for every row.
  if (!/\d(?:[\s().\-/]*\d){6}/.test(note)) return null;
  for (const [found] of withoutDates(note).matchAll(number)) {
    // "06-51515151 3/9 vm": what follows may be a day or a time; the longest beginning that is a number counts.
    for (let text = found.trim(); text.length >= 9; text = shorter(text)) {
      const parsed = parsePhone(text);
      if (parsed.ok) return parsed.value.e164;
    }
  }
  return null;
}

/** "01-02-2026 14 uur" has the figures of a number in Rotterdam. */
function withoutDates(note: string): string {
  let text = note;
  for (const { at, until } of noteDates(note, 'dmy'))
    text = text.slice(0, at) + '|'.repeat(until - at) + text.slice(until);
  return text;
}

function shorter(text: string): string {
  const cut = text.search(/[\s/][^\s/]*$/);
  return cut === -1 ? '' : text.slice(0, cut).trimEnd();
}
