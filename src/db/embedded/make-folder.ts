import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { giveToFolderOwner } from './private-file.ts';

/** Makes a folder and those above it, whatever the umask; folders that were there keep their permissions. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode });
  if (first === undefined) return;
  const made = [path];
  for (let here = path; here !== first && dirname(here) !== here; here = dirname(here)) made.unshift(dirname(here));
  for (const folder of made) {
    await chmod(folder, mode);
    await giveToFolderOwner(folder);
  }
}
