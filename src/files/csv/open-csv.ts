import { bytesAt, pieces, type FileSource } from '../file-source.ts';
import type { Delimiter, FileRefusal, TableFile, TableKind, TextEncoding } from '../table-file.ts';
import { tableOfRows, type RawRow } from '../table-of-rows.ts';
import { decodedPieces, decoderOf, detectEncoding } from '../text/text-encoding.ts';
import { csvRecords } from './csv-records.ts';
import { detectDelimiter } from './detect-delimiter.ts';

const sampleBytes = 128 * 1024;

/** Opens text as a table: any of four delimiters, four encodings, with or without headers. */
export async function openCsv(source: FileSource, kind: TableKind): Promise<TableFile | FileRefusal> {
  const start = await bytesAt(source, 0, sampleBytes);
  const encoding = await detectEncoding(source, start);
  const sample = decoderOf(encoding)(start);
  const delimiter = detectDelimiter(sample, start.length < sampleBytes);
  return tableOfRows(() => csvRows(source, encoding, delimiter), { kind, encoding, delimiter });
}

async function* csvRows(source: FileSource, encoding: TextEncoding, delimiter: Delimiter): AsyncGenerator<RawRow> {
  // UTF-8 goes to the parser as it is: it works on bytes, decoding and encoding again would double the work.
  const input = encoding === 'utf-8' ? pieces(source) : decodedPieces(source, encoding);
  let rowNumber = 0;
  for await (const record of csvRecords(input, delimiter)) {
    // Excel's own first line "sep=;" is no row: a spreadsheet does not show it.
    if (rowNumber === 0 && 'cells' in record && isDelimiterLine(record.cells, delimiter)) continue;
    rowNumber++;
    yield { rowNumber, ...record };
  }
}

function isDelimiterLine(cells: readonly string[], delimiter: Delimiter): boolean {
  return cells[0]?.toLowerCase() === 'sep='
    ? cells.length === 2 && cells[1] === ''
    : cells.length === 1 && cells[0]?.toLowerCase() === `sep=${delimiter}`;
}
