import { access, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode, unlessMissing } from './file-fault.ts';

/**
 * Makes the links between libraries (`libicuuc.so.60` -> `libicuuc.so.60.2`) that a npm package cannot hold.
 * The package makes them in its install script, which `npm ci --ignore-scripts` skips: initdb then misses libicuuc.
 * Writes nothing when they are there, so that a read-only installation works.
 *
 * @returns false when links are missing and this account may not make them
 */
export async function completeLibraryLinks(nativeFolder: string): Promise<boolean> {
  for (const { source, target } of await listedLinks(nativeFolder)) {
    const path = join(dirname(nativeFolder), target);
    const found = await unlessMissing(access(path).then(() => true));
    if (found) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const code = systemCode(error) ?? '';
      if (code === 'EEXIST') continue; // another start made it just now
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

interface LibraryLink {
  /** Both relative to the package, with `native/` in front. */
  readonly source: string;
  readonly target: string;
}

async function listedLinks(nativeFolder: string): Promise<LibraryLink[]> {
  const text = await unlessMissing(readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8'));
  const value: unknown = JSON.parse(text ?? '[]');
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
    const { source, target } = entry;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}
