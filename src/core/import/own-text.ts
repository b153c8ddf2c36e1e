/**
 * The text in memory of its own, for what is kept beyond its row: a cell is a part of the piece of file that it was read in, and would
 * keep all of that.
 */
export function ownText(text: string): string {
  // A text of up to twelve letters is no part of another.
  return text.length <= 12 ? text : (JSON.parse(JSON.stringify(text)) as string);
}
