import { bytesAt, type FileSource } from '../file-source.ts';
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

async function* csvRows(
  source: FileSource,
  encoding: TextEncoding,
  delimiter: Delimiter,
): AsyncGenerator<readonly RawRow[]> {
  let rowNumber = 0;
  for await (const records of csvRecords(decodedPieces(source, encoding), delimiter)) {
    const rows: RawRow[] = [];
    for (const record of records) {
      // Excel's own first line "sep=;" is no row: a spreadsheet does not show it.
      if (rowNumber === 0 && 'cells' in record && isDelimiterLine(record.cells, delimiter)) continue;
      rowNumber++;
      rows.push(
        'cells' in record
          ? { rowNumber, cells: record.cells }
          : { rowNumber, problem: record.problem, found: record.found },
      );
    }
    yield rows;
  }
}

function isDelimiterLine(cells: readonly string[], delimiter: Delimiter): boolean {
  return cells[0]?.toLowerCase() === 'sep='
    ? cells.length === 2 && cells[1] === ''
    : cells.length === 1 && cells[0]?.toLowerCase() === `sep=${delimiter}`;
}
