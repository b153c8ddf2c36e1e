import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { TSchema, Static } from 'typebox';
import { Check } from 'typebox/value';
import { AppError } from '#contract/app-error';
import { BackupEnd, backupFormat, BackupHeader, BackupSection } from './backup-format.ts';
import { backupReader, CutOff } from './backup-reader.ts';

export type BackupPart = BackupSection & { rows: AsyncGenerator<Buffer, void, undefined> };

/**
 * Reads a backup from a file, section by section; the rows of each must be read before the next. It ends well only when the whole file
 * was read and its checksum is right. Throws AppError `file_unreadable` with what is wrong and what to do about it.
 */
export async function openBackup(
  path: string,
): Promise<{ header: BackupHeader; parts: () => AsyncGenerator<BackupPart, BackupEnd, undefined> }> {
  const reader = backupReader(unzipped(path));
  const header = await readHeader(reader, path);
  return { header, parts: () => readParts(reader, path) };
}

async function* unzipped(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const piece of file.pipe(gunzip)) yield piece as Buffer;
  } catch (error) {
    throw refusalOf(error, path);
  } finally {
    file.destroy();
  }
}

async function readHeader(reader: ReturnType<typeof backupReader>, path: string): Promise<BackupHeader> {
  const line = await orRefuse(() => reader.line(), path);
  const header = line === null ? null : parsed(line.text);
  if (Check(BackupHeader, header)) {
    if (header.format > backupFormat) throw unreadable(path, newer(header.version));
    return header;
  }
  throw unreadable(path, notOurs);
}

async function* readParts(
  reader: ReturnType<typeof backupReader>,
  path: string,
): AsyncGenerator<BackupPart, BackupEnd, undefined> {
  for (;;) {
    const line = await orRefuse(() => reader.line(), path);
    if (line === null) throw unreadable(path, cutOff);
    const found = parsed(line.text);
    if (is(BackupSection, found)) {
      yield { ...found, rows: guarded(reader.rows(), path) };
      continue;
    }
    if (!is(BackupEnd, found) || found.sha256 !== line.sha256) throw unreadable(path, damaged);
    if ((await orRefuse(() => reader.line(), path)) !== null) throw unreadable(path, damaged);
    return found;
  }
}

const notOurs =
  'This is no backup of Aanhouder, and no export as JSON. Give a file that `aanhouder backup` or `aanhouder export` wrote; for a list of people or opportunities there is `import`.';
const cutOff =
  'This backup is cut off: its end is missing. Copy it again from where it was made, or take an earlier one. Nothing was changed.';
const damaged =
  'This backup is damaged: its checksum is not right. Copy it again from where it was made, or take an earlier one. Nothing was changed.';
export const newer = (version: string): string =>
  `This backup was made by a newer Aanhouder (${version}). Restore it with that version or a later one.`;

export function unreadable(path: string, detail: string, cause?: unknown): AppError {
  return new AppError('file_unreadable', { at: path, detail, ...(cause === undefined ? {} : { cause }) });
}

async function* guarded(
  rows: AsyncGenerator<Buffer, void, undefined>,
  path: string,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    throw refusalOf(error, path);
  }
}

async function orRefuse<T>(work: () => Promise<T>, path: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, path);
  }
}

function refusalOf(error: unknown, path: string): unknown {
  if (error instanceof CutOff) return unreadable(path, cutOff, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new AppError('not_found', { at: path, detail: 'There is no such file.' });
  if (code === 'EISDIR' || code === 'EACCES') return unreadable(path, 'This cannot be read as a file.', error);
  if (code === 'Z_BUF_ERROR') return unreadable(path, cutOff, error);
  if (!code.startsWith('Z_')) return error;
  const { message } = error instanceof Error ? error : { message: '' };
  return unreadable(path, message.includes('incorrect header check') ? notOurs : damaged, error);
}

function is<T extends TSchema>(schema: T, value: unknown): value is Static<T> {
  return Check(schema, value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
