import { foldText } from '../import/fold-text.ts';

const length = 140;
const before = 40;

/** The words of a note around the first that begins with a part of what was looked for (`needle`, folded); else its beginning. */
export function excerptOf(note: string, needle: string): string {
  const text = note.replace(/\s+/g, ' ').trim();
  if (text.length <= length) return text;
  const parts = needle.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
  let at = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const folded = foldText(word[0]);
    if (!parts.some((part) => folded.startsWith(part))) continue;
    at = word.index;
    break;
  }
  const begin = at <= before ? 0 : text.indexOf(' ', at - before) + 1;
  const cut = text.slice(begin, begin + length);
  return `${begin > 0 ? '… ' : ''}${cut}${begin + length < text.length ? ' …' : ''}`;
}
