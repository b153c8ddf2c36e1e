import { isValueCell } from './column-content.ts';
import { fieldOfHeader, momentHeaders, opportunityHeaders } from './header-words.ts';
import { knownExport } from './known-exports.ts';

/** How far down the headers are looked for: a title, a date and some blank lines may stand above them. */
export const headerSearchRows = 25;
const longestHeader = 60;

/**
 * Which of the first rows of a table holds the headers; null when the first row is data already. A known header word decides;
 * without any, a first row of words above figures, days or addresses is the header.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number | null {
  const top = rows.slice(0, headerSearchRows);
  const width = usualWidth(rows);
  const known = top.findIndex((row) => isKnownHeader(row, width));
  if (known !== -1) return known;
  const narrow = top.findIndex((_, at) => isNarrowHeader(rows, at, width));
  if (narrow !== -1) return narrow;
  const first = top.findIndex((row) => filled(row).length > 0 && filled(row).length * 2 > width);
  return first !== -1 && looksLikeHeader(rows, first) ? first : null;
}

/** The number of cells that most rows fill up to. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = lastFilled(row) + 1;
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of counts)
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && width > best)) best = width;
  return best;
}

/** A, B, … Z, AA: the name of a column that has none. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

function filled(row: readonly string[]): string[] {
  return row.filter((cell) => cell.trim() !== '');
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '');
}

function isKnownHeader(row: readonly string[], width: number): boolean {
  const cells = filled(row);
  if (cells.length === 0 || cells.some((cell) => cell.length > longestHeader)) return false;
  if (knownExport(row) !== null) return true;
  const known = cells.filter((cell) => isKnown(cell)).length;
  // A header may be a year ("2025"); "06" is a value that is also a known header.
  const values = cells.filter((cell) => isValueCell(cell) && !isKnown(cell)).length;
  const enough = width <= 1 ? 1 : 2;
  return known >= enough && known * 3 >= cells.length && values * 4 <= cells.length && cells.length * 3 >= width;
}

function isKnown(cell: string, least = 0.85): boolean {
  const found = fieldOfHeader(cell, opportunityHeaders) ?? fieldOfHeader(cell, momentHeaders);
  return found !== null && found.confidence >= least;
}

const mostWords = 4;
const capitalised = /^\p{Lu}\S*(?:\s+\S+)*\s+\p{Lu}/u;

/**
 * Of two or three columns often only one has a known header ("naam", "wat en wanneer"). Below a title that stands alone, or with the known
 * one in front, a row of few words that are nobody's name and come back in no cell below is the header.
 */
function isNarrowHeader(rows: readonly (readonly string[])[], at: number, width: number): boolean {
  const row = rows[at] ?? [];
  const cells = filled(row);
  if (width < 2 || width > 3 || cells.length !== width || lastFilled(row) + 1 !== width) return false;
  const words = cells.every(
    (cell) => !/\d/.test(cell) && cell.trim().split(/\s+/).length <= mostWords && !capitalised.test(cell.trim()),
  );
  if (!words || row.some((cell, column) => rows.some((other, i) => i > at && other[column]?.trim() === cell.trim())))
    return false;
  const title = at > 0 && rows.slice(0, at).every((above) => filled(above).length === 1);
  return title ? cells.some((cell) => isKnown(cell, 0.5)) : at === 0 && isKnown(cells[0] ?? '');
}

function looksLikeHeader(rows: readonly (readonly string[])[], at: number): boolean {
  const row = rows[at] ?? [];
  const cells = filled(row);
  if (cells.some((cell) => cell.length > longestHeader || isValueCell(cell)) || new Set(cells).size < cells.length)
    return false;
  const below = rows.slice(at + 1).filter((other) => filled(other).length > 0);
  const valuesBelow = row.some((cell, column) => cell.trim() !== '' && mostly(below, column));
  if (valuesBelow) return true;
  // Words above words: single words are headers (A,B,C), "Jan Jansen" is the first of a list and must not be lost.
  return cells.length > 1 && cells.every((cell) => !/\s/.test(cell.trim()));
}

function mostly(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter((cell) => isValueCell(cell)).length * 2 > cells.length;
}
