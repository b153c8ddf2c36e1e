import { readdir, stat } from 'node:fs/promises';
import { AppError } from '#contract/app-error';

const missing = new Set<unknown>(['ENOENT', 'ENOTDIR']);

/** Refuses a file that exists, and a folder that holds something, unless it was said that they may be replaced. */
export async function notOverWhatIsThere(path: string, kind: 'file' | 'folder', overwrite: boolean): Promise<void> {
  if (overwrite) return;
  const found = await unlessMissing(() => stat(path));
  if (found === undefined) return;
  if (kind === 'folder' && found.isDirectory()) {
    const inside = await readdir(path);
    if (inside.length === 0) return;
    throw there(
      path,
      'This folder is not empty. Choose another, or give --overwrite to replace an earlier export in it.',
    );
  }
  if (found.isDirectory()) throw there(path, 'This is a folder. Name a file in it.');
  throw there(path, 'This exists already. Choose another name, or give --overwrite to replace it.');
}

async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && missing.has(error.code)) return undefined;
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('invalid_request', { detail: `This cannot be looked at: ${why}`, cause: error });
  }
}

function there(path: string, detail: string): AppError {
  return new AppError('invalid_request', { at: path, detail });
}
