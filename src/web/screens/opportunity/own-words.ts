/** A user's own words inside our sentence: their full stop would stand beside ours. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.!]+$/, '');
}

/** The same in the middle of it, without the capital it began with; a name in capitals (`BV`, `IT-beheer`) stays. */
export function insideSentence(text: string): string {
  const words = withoutStop(text);
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
