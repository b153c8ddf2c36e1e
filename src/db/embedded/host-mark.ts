import { readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';
import { hostIdentity } from './host-identity.ts';
import { writePrivateFile } from './private-file.ts';
import { waitUntil } from './wait-until.ts';

/**
 * PostgreSQL guards a cluster by process id and shared memory, and both mean nothing to a second container or machine on
 * the same folder: it would start there as well, and ruin the data. So whoever uses the folder touches a file every three
 * seconds, and a start that finds the mark of another host watches whether that goes on.
 */
const BEAT_MS = 3000;
const WATCH_MS = 7500;
/** A mark this old is not watched: its maker is gone, or blocked for longer than we could wait out. */
const OLD_MS = 60_000;

const markPath = (home: string): string => join(home, 'host');

/** Takes the folder for this host, or refuses while another one is alive in it. To be called under the start lock. */
export async function claimForHost(home: string, now: () => number, log: (line: string) => void): Promise<void> {
  const path = markPath(home);
  const own = await hostIdentity();
  const found = await unlessMissing(readFile(path, 'utf8'));
  if (found === own) return touch(path, now);
  const seen = await unlessMissing(stat(path));
  if (seen !== undefined && found !== '' && now() - seen.mtimeMs < OLD_MS) {
    log('The data folder was last used in another container, or before a restart: looking whether it is still in use.');
    const beat = async (): Promise<true | undefined> => {
      const facts = await unlessMissing(stat(path));
      return facts !== undefined && facts.mtimeMs !== seen.mtimeMs ? true : undefined;
    };
    if ((await waitUntil(beat, WATCH_MS, 250)) === true) {
      throw new EmbeddedDatabaseError(
        'data_folder_in_use',
        `${home} is in use by Aanhouder in another container or on another machine`,
        'Stop that one first, or give each its own data folder. For several at once: one PostgreSQL server, by DATABASE_URL.',
      );
    }
  }
  await writePrivateFile(path, own);
}

/** Keeps the mark fresh until the returned function is called; does not keep the process alive. */
export function keepHostMark(home: string, now: () => number): () => void {
  const timer = setInterval(() => void touch(markPath(home), now).catch(() => undefined), BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function removeHostMark(home: string): Promise<void> {
  await rm(markPath(home), { force: true });
}

async function touch(path: string, now: () => number): Promise<void> {
  const seconds = now() / 1000;
  await utimes(path, seconds, seconds);
}
