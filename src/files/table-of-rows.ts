import { columnLetter, findHeaderRow, usualWidth } from '#core/import/header-row';
import { mostColumns, previewRows } from './limits.ts';
import { refused, type FileRefusal, type RowProblem, type TableFile, type TableRow } from './table-file.ts';

/** A row as the file has it, numbered as a spreadsheet shows it. */
export type RawRow =
  | { readonly rowNumber: number; readonly cells: readonly string[] }
  | { readonly rowNumber: number; readonly problem: RowProblem; readonly found: readonly string[] };

type Shape = { readonly headers: readonly string[]; readonly headerRow: number | null };

/** Finds the headers and makes a table of raw rows, some or many at once; `rowsOf` must give all rows anew at each call. */
export async function tableOfRows(
  rowsOf: () => AsyncIterable<readonly RawRow[]>,
  about: Omit<TableFile, 'headers' | 'headerRow' | 'rows'>,
): Promise<TableFile | FileRefusal> {
  const preview: { readonly rowNumber: number; readonly cells: readonly string[] }[] = [];
  for await (const row of oneByOne(rowsOf())) {
    if ('problem' in row) {
      if (preview.length === 0) return refused(refusalOf(row.problem));
      break;
    }
    if (!isBlank(row.cells)) preview.push(row);
    if (preview.length === previewRows) break;
  }
  if (preview.length === 0) return refused(about.kind === 'xlsx' ? 'no_rows' : 'empty_file');
  const shape = shapeOf(preview);
  if (shape.headers.length > mostColumns) return refused('too_many_columns');
  return { ...about, ...shape, rows: () => rowsBelow(rowsOf(), shape, about.kind === 'xlsx') };
}

async function* oneByOne<T>(several: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const some of several) yield* some;
}

function refusalOf(problem: RowProblem): FileRefusal['code'] {
  if (problem === 'quote_not_closed' || problem === 'record_too_long') return problem;
  return 'file_damaged';
}

function shapeOf(preview: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[]): Shape {
  const rows = preview.map((row) => row.cells);
  const at = findHeaderRow(rows);
  const found = at === null ? [] : (rows[at] ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim());
  const below = usualWidth(at === null ? rows : rows.slice(at + 1));
  const width = Math.max(found.findLastIndex((cell) => cell !== '') + 1, below);
  const headers = Array.from({ length: width }, (_, column) =>
    at === null ? columnLetter(column) : (found[column] ?? ''),
  );
  return { headers, headerRow: at === null ? null : (preview[at]?.rowNumber ?? null) };
}

async function* rowsBelow(
  several: AsyncIterable<readonly RawRow[]>,
  shape: Shape,
  isSheet: boolean,
): AsyncGenerator<TableRow> {
  const width = shape.headers.length;
  for await (const rows of several) {
    for (const row of rows) {
      if (row.rowNumber <= (shape.headerRow ?? 0)) continue;
      if ('problem' in row) yield row;
      else if (!isBlank(row.cells)) yield fitted(row, width, shape, isSheet);
    }
  }
}

function fitted(
  row: { readonly rowNumber: number; readonly cells: readonly string[] },
  width: number,
  shape: Shape,
  isSheet: boolean,
): TableRow {
  const { rowNumber, cells } = row;
  if (shape.headerRow !== null && isHeadersAgain(cells, shape.headers))
    return { rowNumber, problem: 'headers_again', found: cells };
  if (isTotals(cells)) return { rowNumber, problem: 'totals_row', found: cells };
  if (cells.length === width) return row;
  if (cells.length > width) {
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '').length;
    if (extra === 0) return { rowNumber, cells: cells.slice(0, width) };
    // In a spreadsheet a remark right of the table is harmless; in a CSV the cells before it have moved.
    return isSheet ? { rowNumber, cells, extra } : { rowNumber, problem: 'too_many_cells', found: cells };
  }
  const missing = width - cells.length;
  const filled = [...cells, ...Array.from({ length: missing }, () => '')];
  // Sheets never store the empty cells at the end of a row, so there nothing is missing.
  return isSheet ? { rowNumber, cells: filled } : { rowNumber, cells: filled, missing };
}

function isHeadersAgain(cells: readonly string[], headers: readonly string[]): boolean {
  return (
    cells.every((cell, column) => cell.trim() === (headers[column] ?? '')) && cells.some((cell) => cell.trim() !== '')
  );
}

const totals = /^\s*(?:(?:sub)?tota(?:al|l)\b[\s:]*|som[\s:]*)$/i;

/** "Totaal" beside figures and nothing else: nobody to call. */
function isTotals(cells: readonly string[]): boolean {
  if (!cells.some((cell) => totals.test(cell))) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const figures = filled.filter((cell) => /^[-+€$£]?\s*\d[\d.,\s-]*$/.test(cell)).length;
  return figures > 0 && figures === filled.length - 1;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
