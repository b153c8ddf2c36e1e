/** Letters that Unicode does not take apart into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The text as people search for it: lower case, no accents, one space between words. The Dutch ĳ (one character) becomes "ij".
 * Punctuation stays. Folding twice gives the same as folding once.
 */
export function foldText(text: string): string {
  // Most texts are plain: a fifth of the time.
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) {
    const lower = text.toLowerCase();
    return (lower.includes('  ') ? lower.replace(/ {2,}/g, ' ') : lower).trim();
  }
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => undecomposed[letter] ?? letter)
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded text with only letters and digits, one space between words: what phrases and headers are compared with. */
export function foldWords(text: string): string {
  const folded = foldText(text);
  if (/^[a-z0-9 ]*$/.test(folded)) return folded;
  const words = folded.includes("'") ? folded.replace(/(?<=\p{L})'(?=s(?:[^\p{L}]|$))/gu, '') : folded;
  // The classes of Unicode take four times as long as these.
  return words.replace(/^[\x20-\x7e]*$/.test(words) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}
