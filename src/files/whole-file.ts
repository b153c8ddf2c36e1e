import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#contract/app-error';

/**
 * Writes a file whole or not at all: under another name beside it, flushed to the disk, then renamed. Readable by its owner only, as it
 * holds people. Throws `disk_full`, or `invalid_request` for a place that cannot be written; what `source` throws is thrown.
 *
 * @param through what the bytes pass on their way (gzip)
 */
export async function writeWholeFile(
  path: string,
  source: AsyncIterable<Buffer | string>,
  through: readonly Duplex[] = [],
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await pipeline([
      Readable.from(source, { objectMode: false }),
      ...through,
      createWriteStream(draft, { flags: 'wx', mode: 0o600 }),
    ]);
    await flush(draft);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw refusalOf(error, path);
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const places: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such folder: make it first, or choose another.',
  ENOTDIR: 'Part of this path is a file, where a folder should be.',
  EISDIR: 'This is a folder: give the name of a file in it.',
  EEXIST: 'Something of another kind has this name: choose another.',
  EACCES: 'This place may not be written by the account that runs Aanhouder: choose another.',
  EPERM: 'This place may not be written by the account that runs Aanhouder: choose another.',
  EROFS: 'This disk is read-only: choose another.',
  ENAMETOOLONG: 'This name is too long.',
};

function refusalOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const detail = `The disk is full, and nothing was kept of ${path}. Free some space or choose another disk, then do it again.`;
    return new AppError('disk_full', { at: path, detail, cause: error });
  }
  const detail = places[code];
  return detail === undefined ? error : new AppError('invalid_request', { at: path, detail, cause: error });
}
