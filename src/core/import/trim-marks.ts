const marks = new Set(' ,;:.|/–—()[]-');
const closing = new Set(' ,;:|/–—([-');

/**
 * One space between words, and no separators around them; a full stop or closing bracket at the end belongs to the words. By
 * hand: a pattern anchored at the end takes quadratic time on a long row of commas.
 */
export function trimMarks(text: string): string {
  const spaced = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  let from = 0;
  while (from < spaced.length && marks.has(spaced.charAt(from))) from++;
  let until = spaced.length;
  while (until > from && closing.has(spaced.charAt(until - 1))) until--;
  return spaced.slice(from, until);
}
