import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Check } from 'typebox/value';
import { AppError } from '#contract/app-error';
import { ExportEnd, exportBegins, exportFormat, ExportHeader } from './export-format.ts';

/** Records of one table that follow each other, each as the line that it is. */
export type ExportBatch = { table: string; lines: string[] };

const batchLines = 1000;
const batchLength = 4_000_000;
/** Of one record, which is held whole. */
const longestLine = 100_000_000;
const newLine = 0x0a;

/** Whether this file begins as an export does. Also false when it cannot be read: whoever reads it then says why. */
export async function isExport(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(exportBegins.length), 0, exportBegins.length, 0);
      return buffer.subarray(0, bytesRead).toString('latin1') === exportBegins;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/**
 * Reads an export from a file, a batch of records at a time. `batches` ends well only when the whole file was read, its checksum is right, and
 * there were as many records of each table as the header says. Throws AppError `file_unreadable` with what is wrong and what to do about it.
 */
export async function openExport(
  path: string,
): Promise<{ header: ExportHeader; batches: () => AsyncGenerator<ExportBatch, void, undefined> }> {
  for await (const line of linesOf(path)) {
    const header = parsed(line.toString());
    if (!Check(ExportHeader, header)) throw unreadable(path, damaged);
    if (header.format > exportFormat) throw unreadable(path, newer);
    return { header, batches: () => readBatches(path, header) };
  }
  throw unreadable(path, cutOff);
}

async function* readBatches(path: string, header: ExportHeader): AsyncGenerator<ExportBatch, void, undefined> {
  const hash = createHash('sha256');
  const missing = new Map(Object.entries(header.counts));
  let batch: ExportBatch = { table: '', lines: [] };
  let length = 0;
  let first = true;
  let ended = false;
  for await (const line of linesOf(path)) {
    if (ended) throw unreadable(path, damaged);
    const text = line.toString();
    const table = /^\{"table":"(\w+)",/.exec(text)?.[1];
    if (table === undefined && !first) {
      if (!isRightEnd(text, hash)) throw unreadable(path, damaged);
      ended = true;
      continue;
    }
    hash.update(line);
    first = false;
    if (table === undefined) continue;
    if (table !== batch.table || batch.lines.length === batchLines || length > batchLength) {
      if (batch.lines.length > 0) yield batch;
      batch = { table, lines: [] };
      length = 0;
    }
    batch.lines.push(text);
    length += text.length;
    missing.set(table, (missing.get(table) ?? 0) - 1);
  }
  if (!ended) throw unreadable(path, cutOff);
  if ([...missing.values()].some((count) => count !== 0)) throw unreadable(path, damaged);
  if (batch.lines.length > 0) yield batch;
}

/** The line of the checksum, and it is that of all before it. */
function isRightEnd(text: string, hash: Hash): boolean {
  const end = parsed(text);
  return Check(ExportEnd, end) && end.sha256 === hash.digest('hex');
}

/** Each line with the end of it; a piece of the file and one line in memory. */
async function* linesOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  let begun: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = piece.indexOf(newLine); at !== -1; at = piece.indexOf(newLine, from)) {
        yield Buffer.concat([...begun, piece.subarray(from, at + 1)]);
        begun = [];
        length = 0;
        from = at + 1;
      }
      if (from === piece.length) continue;
      begun.push(piece.subarray(from));
      length += piece.length - from;
      if (length > longestLine) throw unreadable(path, damaged);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new AppError('not_found', { at: path, detail: 'There is no such file.' });
    throw error;
  }
  if (begun.length > 0) throw unreadable(path, cutOff);
}

const cutOff =
  'This export is cut off: its end is missing. Copy it again from where it was made, or make it again. Nothing was changed.';
const damaged =
  'This export is damaged: its checksum or its counts are not right. Copy it again from where it was made, or make it again. Nothing was changed.';
const newer =
  'This export was made by a newer Aanhouder, in a format that this one does not know. Put it back with that version. Nothing was changed.';

export function unreadable(path: string, detail: string, cause?: unknown): AppError {
  return new AppError('file_unreadable', { at: path, detail, ...(cause === undefined ? {} : { cause }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
