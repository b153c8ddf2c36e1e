import { EmbeddedDatabaseError } from './errors.ts';

/** The code of a system error (`ENOENT`, ...), undefined for everything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Runs a file operation and gives undefined when the file or folder is not there. */
export async function unlessMissing<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS']);
const UNUSABLE_PATH = new Set(['ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'ENOTSUP', 'EINVAL', 'ENOENT']);

/** Gives every fault of a start its stable code; a fault that has one already passes unchanged. */
export function asEmbeddedDatabaseError(error: unknown, dataFolder: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const code = systemCode(error) ?? '';
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataFolder, words, error);
  if (UNWRITABLE.has(code)) {
    return new EmbeddedDatabaseError(
      'data_folder_unwritable',
      `The data folder ${dataFolder} cannot be written: ${words}`,
      'Give the account that runs Aanhouder write permission on the data folder, or choose another one: AANHOUDER_DATA=/path/to/a/folder',
      { cause: error },
    );
  }
  if (UNUSABLE_PATH.has(code)) {
    return new EmbeddedDatabaseError(
      'data_folder_unwritable',
      `The path of the data folder ${dataFolder} cannot be used: ${words}`,
      'Choose a data folder on a local disk, whose path holds no file where a folder should be: AANHOUDER_DATA=/path/to/a/folder',
      { cause: error },
    );
  }
  return new EmbeddedDatabaseError(
    'database_start_failed',
    `The embedded database did not start: ${words}`,
    'Look at startup.log and the log folder beside the database in the data folder, then start again.',
    { cause: error },
  );
}

export function diskFull(folder: string, words: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'disk_full',
    `The disk of ${folder} is full: ${words.trim()}`,
    'Free some space on that disk (half a gigabyte is a safe start) and start again; nothing saved was lost.',
    { cause },
  );
}
