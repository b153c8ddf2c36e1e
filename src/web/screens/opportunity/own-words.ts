/** A user's own words inside our sentence: their full stop would stand beside ours. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.!]+$/, '');
}

/** The same in the middle of it, without the capital it began with; a name in capitals (`BV`, `IT-beheer`) stays. */
export function insideSentence(text: string): string {
  const words = withoutStop(text);
  // Without \p{Lu}: making that expression takes a phone as long as drawing a card.
  const [first = '', second = ''] = words;
  const begins = first !== first.toLowerCase() && second !== second.toUpperCase();
  return begins ? first.toLowerCase() + words.slice(first.length) : words;
}
