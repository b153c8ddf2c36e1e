import { spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedDatabaseError } from './errors.ts';
import { systemCode, unlessMissing } from './file-fault.ts';
import { findServer } from './find-server.ts';
import { readPostmasterFile, serverMark } from './postmaster-file.ts';
import type { Premises } from './premises.ts';
import { giveToFolderOwner } from './private-file.ts';
import { asAccount, programEnvironment, spawnFault } from './run-program.ts';
import { serverFault } from './server-fault.ts';
import { accessPath, logFolder, settingsPath, startupLogPath } from './server-files.ts';
import { waitUntil } from './wait-until.ts';

/** Recovery after a crash replays at most max_wal_size; a slow disk gets all the time it may need. */
const READY_LIMIT_MS = 600_000;
const SLOW_MS = 5000;
const OCCUPIED_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 60_000;

/**
 * Starts the server and waits until it takes connections. It is detached, in a session of its own: Ctrl-C and the end of
 * this process do not reach it. And it holds none of our streams, or whoever waits for the end of npm's output would hang.
 */
export async function launchPostmaster(
  premises: Premises,
  binFolder: string,
  log: (line: string) => void,
): Promise<void> {
  // The children of a killed server live on for a moment, and PostgreSQL refuses to start beside them.
  const outcome = await waitUntil(() => unlessOccupied(launchOnce(premises, binFolder, log)), OCCUPIED_LIMIT_MS, 100);
  if (outcome === undefined) throw serverFault(await startupWords(premises), premises.serverFolder);
  if (outcome !== 'ready') throw outcome;
}

type Outcome = 'ready' | 'occupied' | EmbeddedDatabaseError;

async function unlessOccupied(attempt: Promise<Outcome>): Promise<Exclude<Outcome, 'occupied'> | undefined> {
  const outcome = await attempt;
  return outcome === 'occupied' ? undefined : outcome;
}

async function launchOnce(premises: Premises, binFolder: string, log: (line: string) => void): Promise<Outcome> {
  const { account, cluster } = premises;
  const made = await mkdir(logFolder(premises), { recursive: true, mode: 0o700 });
  if (made !== undefined && account !== undefined) await chown(made, account.uid, account.gid);
  await rm(startupLogPath(premises), { force: true });
  const words = await open(startupLogPath(premises), 'wx', 0o600);
  await giveToFolderOwner(startupLogPath(premises));
  const settings = [
    `config_file=${settingsPath(premises)}`,
    `hba_file=${accessPath(premises)}`,
    `cluster_name=${serverMark(cluster)}`,
  ];
  const child = spawn(join(binFolder, 'postgres'), ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
    ...asAccount(account),
    cwd: '/',
    env: programEnvironment,
    stdio: ['ignore', words.fd, words.fd],
    detached: true,
  });
  child.unref();
  const ended = new Promise<'ended' | EmbeddedDatabaseError>((resolve) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', (error) => resolve(spawnFault(error, join(binFolder, 'postgres'), account)));
  });
  await words.close();
  const stopWaiting = new AbortController();
  const slow = setTimeout(() => log('The database is still starting: it repairs itself after an abrupt end.'), SLOW_MS);
  const outcome = await Promise.race([ended, becomesReady(cluster, child.pid, stopWaiting.signal)]);
  stopWaiting.abort();
  clearTimeout(slow);
  if (outcome !== 'ended') return outcome;
  const output = await startupWords(premises);
  if (/lock file ".*" already exists|pre-existing shared memory block/.test(output)) return 'occupied';
  return serverFault(output, premises.serverFolder);
}

async function becomesReady(cluster: string, pid: number | undefined, given: AbortSignal): Promise<Outcome> {
  const ready = await waitUntil(async () => {
    const file = await readPostmasterFile(cluster);
    return given.aborted || (file?.pid === pid && file?.status === 'ready') ? true : undefined;
  }, READY_LIMIT_MS);
  return ready === undefined ? serverFault('it did not become ready within ten minutes', cluster) : 'ready';
}

/** What the server said until its log file took over, and the end of that. */
async function startupWords(premises: Premises): Promise<string> {
  const early = (await unlessMissing(readFile(startupLogPath(premises), 'utf8'))) ?? '';
  if (!early.includes('logging collector')) return early;
  const newest = ((await unlessMissing(readdir(logFolder(premises)))) ?? []).toSorted().at(-1);
  if (newest === undefined) return early;
  return (await unlessMissing(readFile(join(logFolder(premises), newest), 'utf8'))) ?? early;
}

/**
 * Stops the server as PostgreSQL's "fast" does: open work is rolled back, everything kept is written, then it ends.
 * Never harder than that; a server that needs more than a minute goes on stopping by itself.
 *
 * @returns false when it was still stopping after a minute
 */
export async function stopPostmaster(premises: Premises): Promise<boolean> {
  const sighting = await findServer(premises.cluster);
  if (sighting.kind !== 'running') return true;
  try {
    process.kill(sighting.file.pid, 'SIGINT');
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
  return hasEnded(premises.cluster);
}

/** Waits until no server of this cluster is alive; false after a minute. */
export async function hasEnded(cluster: string): Promise<boolean> {
  const ended = await waitUntil(
    async () => ((await findServer(cluster)).kind === 'running' ? undefined : true),
    STOP_LIMIT_MS,
  );
  return ended ?? false;
}
