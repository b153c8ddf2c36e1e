import { CsvError, parse, type Parser } from 'csv-parse';
import { longestRecord } from '../limits.ts';
import type { Delimiter, RowProblem } from '../table-file.ts';
import { regularRecords } from './regular-records.ts';

/** One record of a CSV as it stands in the file, blank ones too; a problem is the last thing that comes. */
export type CsvRecord =
  | { readonly cells: readonly string[] }
  | { readonly problem: RowProblem; readonly found: readonly string[] };

/** A record that goes on for longer than this is left to the parser, which knows what is too long. */
const longestRegular = 128 * 1024;

/**
 * The records of a CSV, as many at once as a piece holds: never more in memory than one piece and one record. Quotation marks inside an
 * unquoted cell are letters. Line ends may be CR, LF and CRLF, mixed. What programs write is cut by hand, in a fifth of the time; from the
 * first record on that is written otherwise, csv-parse reads the rest.
 */
export async function* csvRecords(
  input: AsyncGenerator<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly CsvRecord[]> {
  let text = '';
  let begun = false;
  for await (const piece of input) {
    // A text in one piece: one that `+` made is put together anew at every letter that is looked at.
    text = [text, begun ? piece : piece.replace(/^\uFEFF/, '')].join('');
    begun = true;
    const { records, read, odd } = regularRecords(text, delimiter, false);
    if (records.length > 0) yield records.map((cells) => ({ cells }));
    text = text.slice(read);
    if (odd || text.length > longestRegular) {
      // The same generator: what is left of it is read there.
      yield* parsedRecords(text, input, delimiter);
      return;
    }
  }
  const { records, read, odd } = regularRecords(text, delimiter, true);
  if (records.length > 0) yield records.map((cells) => ({ cells }));
  if (odd) yield* parsedRecords(text.slice(read), input, delimiter);
}

async function* parsedRecords(
  begin: string,
  input: AsyncGenerator<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly CsvRecord[]> {
  let ready: string[][] = [];
  let failure: unknown = null;
  let lastLine = 0;
  // Records are taken as they are parsed instead of read from the stream: on an error a stream drops what it still
  // holds,
  // which would lose up to sixteen good rows before the broken one.
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
    on_record: (record, context) => {
      ready.push(record);
      lastLine = context.lines;
      return null;
    },
  });
  parser.on('error', (error) => {
    failure = error;
  });
  let sinceLineEnd = 0;
  try {
    for await (const piece of following(begin, input)) {
      sinceLineEnd = lettersAfterLineEnd(piece, sinceLineEnd);
      await written(parser, piece);
      if (ready.length > 0) yield taken();
      if (failure !== null) break;
      // The parser counts letters in cells only: a line of nothing but delimiters would grow without end.
      if (sinceLineEnd > longestRecord) {
        yield [{ problem: 'record_too_long', found: [] }];
        return;
      }
    }
    if (failure === null) await ended(parser);
    if (ready.length > 0) yield taken();
    if (failure !== null) yield [{ problem: problemOf(failure, parser.info.lines - lastLine), found: [] }];
  } finally {
    parser.destroy();
  }

  function taken(): CsvRecord[] {
    const records = ready.map((cells) => ({ cells }));
    ready = [];
    return records;
  }
}

async function* following(begin: string, input: AsyncGenerator<string>): AsyncGenerator<string> {
  yield begin;
  yield* input;
}

function written(parser: Parser, piece: string): Promise<void> {
  // The error itself comes by the event, here the piece is only done.
  return new Promise((resolve) => void parser.write(piece, () => resolve()));
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.once('close', resolve);
    parser.end();
    parser.resume();
  });
}

function lettersAfterLineEnd(piece: string, before: number): number {
  const at = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
  return at === -1 ? before + piece.length : piece.length - at - 1;
}

function problemOf(failure: unknown, lines: number): RowProblem {
  if (!(failure instanceof CsvError)) throw failure;
  if (failure.code === 'CSV_QUOTE_NOT_CLOSED') return 'quote_not_closed';
  if (failure.code !== 'CSV_MAX_RECORD_SIZE') throw failure;
  // Only a quotation mark makes a record of several lines: far from the end, an open one swallows them until it is too long.
  return lines > 1 ? 'quote_not_closed' : 'record_too_long';
}
