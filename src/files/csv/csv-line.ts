/** What nobody sees before the first sign: spaces of all kinds, control and zero-width characters. */
const unseen = /^[\p{Z}\p{C}]+/u;
/** Signs with which a spreadsheet begins to compute, also those that Excel takes for them: full-width, small, and the minus sign. */
const computing = /^[=+\-@＝＋－＠﹦﹢﹣﹫−]/u;
const breaking = /^[\t\r\n]/;

/**
 * A text that a spreadsheet shows and does not compute: an apostrophe before what would be a formula, also behind spaces and what
 * nobody sees (OWASP, CSV injection; promises.md, row 18).
 */
export function safeText(text: string): string {
  return breaking.test(text) || computing.test(text.replace(unseen, '')) ? `'${text}` : text;
}

/** A row as RFC 4180 writes it. Numbers stay numbers; an empty cell is what is not known. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = safeText(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Before the first line: by it Excel on Windows knows that this is UTF-8. */
export const byteOrderMark = '\uFEFF';
