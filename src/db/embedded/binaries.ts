import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Account } from './account.ts';
import { unlessMissing } from './file-fault.ts';
import { completeLibraryLinks } from './library-links.ts';
import { makeFolder } from './make-folder.ts';
import type { PlatformPackage } from './platform-package.ts';
import { canReach } from './reach.ts';
import { withStartLock } from './start-lock.ts';

const COPY_LIMIT_MS = 120_000;

/**
 * Gives the folder whose bin/ holds runnable PostgreSQL programs: the package itself, or a readable copy of it (46 MB)
 * when the account cannot come there (a project under /root) or the links between libraries cannot be made in place.
 *
 * @param copiesFolder where copies live, one a version; made when needed. It has a lock of its own: the caller holds that of `home`
 */
export async function prepareBinaries(
  found: PlatformPackage,
  account: Account | undefined,
  copiesFolder: string,
  log: (line: string) => void,
): Promise<string> {
  const complete = await completeLibraryLinks(found.nativeFolder);
  if (complete && (account === undefined || (await isReadable(found.nativeFolder, account)))) return found.nativeFolder;
  const copy = join(copiesFolder, `postgres-${found.version}-${process.platform}-${process.arch}`, 'native');
  if ((await unlessMissing(stat(copy))) !== undefined) return copy;
  await makeFolder(copiesFolder, 0o755);
  await withStartLock(copiesFolder, COPY_LIMIT_MS, () => makeCopy(found.nativeFolder, copy));
  log(`The programs of PostgreSQL were copied to ${copy}, because the database cannot use them where npm put them.`);
  return copy;
}

/** npm under a umask of 077 makes files that only their owner reads, so a file of each folder is asked as well. */
async function isReadable(nativeFolder: string, account: Account): Promise<boolean> {
  for (const path of ['bin/postgres', 'lib/libpq.so.5', 'share/postgresql/postgres.bki']) {
    const file = join(nativeFolder, path);
    if ((await unlessMissing(stat(file))) === undefined) continue; // macOS names its libraries otherwise
    if (!(await canReach(file, account, 'read'))) return false;
  }
  return true;
}

async function makeCopy(nativeFolder: string, copy: string): Promise<void> {
  if ((await unlessMissing(stat(copy))) !== undefined) return; // made while we waited for the lock
  const draft = `${dirname(copy)}.draft`;
  await rm(draft, { recursive: true, force: true });
  await makeFolder(draft, 0o755);
  const native = join(draft, basename(copy));
  await cp(nativeFolder, native, { recursive: true, verbatimSymlinks: true, filter: forRunning });
  await completeLibraryLinks(native);
  await openToReaders(native);
  await rename(draft, dirname(copy));
}

/** Static libraries are for compilers only. */
const forRunning = (source: string): boolean => extname(source) !== '.a';

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, entry.parentPath === join(folder, 'bin') ? 0o755 : 0o644);
  }
}
