import { bytesAt, type FileSource } from '../file-source.ts';
import { longestRecord } from '../limits.ts';
import type { FileRefusal, RowProblem, TableFile, TableRow, TextEncoding } from '../table-file.ts';
import { decodedPieces, detectEncoding } from '../text/text-encoding.ts';
import { cardHeaders, cardRow } from './card-row.ts';
import { parseContentLine, type Property } from './content-line.ts';
import { vcardLines } from './vcard-lines.ts';

const sampleBytes = 4096;

/** Opens vCards of versions 2.1, 3 and 4 as a table: one card, one row. */
export async function openVcard(source: FileSource): Promise<TableFile | FileRefusal> {
  const encoding = await detectEncoding(source, await bytesAt(source, 0, sampleBytes));
  return { kind: 'vcard', encoding, headers: cardHeaders, headerRow: null, rows: () => cards(source, encoding) };
}

async function* cards(source: FileSource, encoding: TextEncoding): AsyncGenerator<TableRow> {
  let rowNumber = 0;
  let depth = 0;
  let letters = 0;
  let properties: Property[] = [];
  for await (const line of vcardLines(decodedPieces(source, encoding))) {
    letters += 'text' in line ? line.text.length : 0;
    if ('problem' in line || letters > longestRecord) {
      yield { rowNumber: Math.max(1, rowNumber), problem: 'record_too_long', found: [] };
      return;
    }
    const word = line.text.trim().toUpperCase();
    if (word === 'BEGIN:VCARD') {
      // AGENT of vCard 2.1 holds a card of its own; any other card inside a card means that the outer one was cut off.
      const isAgent = depth > 0 && properties.at(-1)?.name === 'agent';
      if (depth > 0 && !isAgent) yield notClosed(rowNumber, properties);
      depth = isAgent ? depth + 1 : 1;
      if (depth === 1) [rowNumber, properties, letters] = [rowNumber + 1, [], 0];
    } else if (word === 'END:VCARD') {
      if (depth === 1) yield { rowNumber, ...finished(properties) };
      depth = Math.max(0, depth - 1);
    } else if (depth === 1) {
      const property = parseContentLine(line.text);
      if (property !== null) properties.push(property);
    }
  }
  if (depth > 0) yield notClosed(rowNumber, properties);
}

function finished(
  properties: readonly Property[],
): { readonly cells: readonly string[] } | { readonly problem: RowProblem; readonly found: readonly string[] } {
  const row = cardRow(properties);
  return 'cells' in row ? row : { ...row, found: properties.map((property) => property.value) };
}

function notClosed(rowNumber: number, properties: readonly Property[]): TableRow {
  const row = cardRow(properties);
  return { rowNumber, problem: 'card_not_closed', found: 'cells' in row ? row.cells : [] };
}
