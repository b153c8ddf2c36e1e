import type { Readable } from 'node:stream';
import { longestRecord, mostColumns } from '../limits.ts';
import { cellText, type CellContext } from './cell-text.ts';
import { xmlEvents } from './xml-events.ts';

export type SheetRow = { readonly rowNumber: number; readonly cells: readonly string[] };

/** The rows of a sheet that have cells, in the order of the file, with the numbers that the spreadsheet shows. */
export function sheetRows(stream: Readable, context: CellContext): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let cells: string[] = [];
  let rowNumber = 0;
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let collecting = false;
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') collecting = true;
      else if (name === 'row') {
        const told = Number(attributes['r']);
        rowNumber = Number.isSafeInteger(told) && told > 0 ? told : rowNumber + 1;
        cells = [];
        column = -1;
      } else if (name === 'rPh') collecting = false;
    },
    text: (text: string) => {
      if (collecting && value.length < longestRecord) value += text;
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') place(cells, column, cellText(type, style, value, context));
      else if (name === 'row' && cells.length > 0) ready.push({ rowNumber, cells });
    },
  };
  return xmlEvents(stream, handler, () => {
    const rows = ready;
    ready = [];
    return rows;
  });
}

/** Far to the right a sheet has nothing but formats and accidents; a made-up reference must not fill the memory. */
function place(cells: string[], column: number, text: string): void {
  if (text === '' || column < 0 || column > mostColumns) return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}
