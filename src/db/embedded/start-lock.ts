import { randomBytes } from 'node:crypto';
import { link, readFile, readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';
import { systemCode } from './file-fault.ts';
import { hostIdentity } from './host-identity.ts';
import { writePrivateFile } from './private-file.ts';
import { describeProcess } from './process-description.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Runs `work` while no other process, and no other call in this one, runs work under a lock on the same folder.
 *
 * Node has no flock(), and a plain lock file goes wrong where two waiters both take over the file of a process that
 * died: the slower one deletes the lock of the faster. So every turn gets a number of its own, `start.lock.7`: only one
 * process can create the next number, the highest number is the one that counts and is never removed, and whoever
 * created a number finds out by looking again whether a higher one overtook it. Every step may be the last before a crash.
 *
 * @param limitMs how long to wait for another process, in milliseconds
 */
export async function withStartLock<T>(folder: string, limitMs: number, work: () => Promise<T>): Promise<T> {
  const turn = await waitUntil(() => tryToTakeTurn(folder), limitMs, 20);
  if (turn === undefined) {
    throw new EmbeddedDatabaseError(
      'database_start_failed',
      `Another process has been starting or stopping the database of ${folder} for too long`,
      'Wait a moment and start again; if it stays, end the other Aanhouder process.',
    );
  }
  try {
    return await work();
  } finally {
    await truncate(lockPath(folder, turn)); // an empty file is a free turn, and needs no space on a full disk
  }
}

const lockPath = (folder: string, turn: number): string => join(folder, `start.lock.${turn}`);

async function tryToTakeTurn(folder: string): Promise<number | undefined> {
  const highest = Math.max(0, ...(await turnsIn(folder)));
  if (highest > 0 && (await isHeld(lockPath(folder, highest)))) return undefined;
  const mine = highest + 1;
  if (!(await createTurn(folder, mine))) return undefined;
  const others = (await turnsIn(folder)).filter((turn) => turn !== mine);
  if (others.some((turn) => turn > mine)) {
    await rm(lockPath(folder, mine), { force: true });
    return undefined;
  }
  for (const lower of others) await rm(lockPath(folder, lower), { force: true });
  return mine;
}

async function turnsIn(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => {
    const turn = /^start\.lock\.(\d+)$/.exec(name)?.[1];
    return turn === undefined ? [] : [Number(turn)];
  });
}

/** A link, because it appears with its text in it: an empty lock could not tell who made it. */
async function createTurn(folder: string, turn: number): Promise<boolean> {
  const own = await describeProcess(process.pid);
  const holder: Holder = { pid: process.pid, started: own?.started ?? '', host: await hostIdentity() };
  const draft = join(folder, `start.lock.by-${process.pid}-${randomBytes(6).toString('hex')}`);
  await writePrivateFile(draft, JSON.stringify(holder));
  try {
    await link(draft, lockPath(folder, turn));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function isHeld(path: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true; // a higher number took its place: look again
    throw error;
  }
  const holder = parseHolder(text);
  if (holder === undefined || holder.host !== (await hostIdentity())) return false;
  const found = await describeProcess(holder.pid);
  return found !== undefined && found.state === 'alive' && found.started === holder.started;
}

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

/** Undefined for an empty file: given back, or left so by a power cut. */
function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value) || !('started' in value) || !('host' in value)) return undefined;
    const { pid, started, host } = value;
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string') return undefined;
    return { pid, started, host };
  } catch {
    return undefined;
  }
}
