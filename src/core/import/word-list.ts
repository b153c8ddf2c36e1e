/**
 * "a, b,\n c" as ["a", "b", "c"]: lists of words are kept as text, so that they can be read and compared at a glance.
 */
export function wordList(text: string): string[] {
  return text.split(',').map((word) => word.replace(/\s+/g, ' ').trim());
}
