import { access, chown, constants, lstat, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account, ChosenAccount } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';
import { canReach } from './reach.ts';

export const SOCKET_PORT = 5432;
const PREFIX = 'aanhouder-';
/** A socket's path ends at 107 bytes on Linux and at 103 on macOS. */
const LONGEST = 103;

/**
 * A folder of mode 0700 for the server's socket, owned by its account, with a random name: a name that could be guessed
 * could be taken by another user of the machine, who would then be asked for our passwords.
 *
 * @param previous the folder of a server that was killed: used again when it is still ours, so that others find it back
 */
export async function makeSocketFolder(
  account: ChosenAccount | undefined,
  previous: string | undefined,
): Promise<string> {
  if (previous !== undefined && (await isOwnSocketFolder(previous, account))) {
    await rm(join(previous, socketName), { force: true });
    await rm(join(previous, `${socketName}.lock`), { force: true });
    return previous;
  }
  for (const parent of await possibleParents(account)) {
    const folder = await mkdtemp(join(parent, PREFIX));
    if (account !== undefined) await chown(folder, account.uid, account.gid);
    return folder;
  }
  throw new EmbeddedDatabaseError(
    'data_folder_unwritable',
    'No short folder that can be written was found for the socket of the database (looked at /run, TMPDIR and /tmp)',
    'Set TMPDIR to a short path (under 70 bytes) that can be written.',
  );
}

/** Whether a folder is one that we made for this account, and that nobody else can have put there. */
export async function isOwnSocketFolder(folder: string, account: Account | undefined): Promise<boolean> {
  if (!basename(folder).startsWith(PREFIX)) return false;
  const facts = await unlessMissing(lstat(folder));
  const uid = account?.uid ?? process.getuid?.();
  return facts !== undefined && facts.isDirectory() && facts.uid === uid && (facts.mode & 0o777) === 0o700;
}

export async function removeSocketFolder(folder: string, account: Account | undefined): Promise<void> {
  if (await isOwnSocketFolder(folder, account)) await rm(folder, { recursive: true, force: true });
}

const socketName = `.s.PGSQL.${SOCKET_PORT}`;

async function possibleParents(account: ChosenAccount | undefined): Promise<string[]> {
  const suitable: string[] = [];
  // A folder in /run outlives cleaners of /tmp, but only root can take it away again.
  const first = account === undefined || account.ownsDataFolder ? [] : ['/run'];
  for (const parent of [...first, tmpdir(), '/tmp']) {
    const real = await realpath(parent).catch(() => undefined);
    if (real === undefined || !/^[\w./+-]+$/.test(real)) continue; // the setting is a list, split at commas
    if (Buffer.byteLength(join(real, `${PREFIX}XXXXXX`, `${socketName}.lock`)) > LONGEST) continue;
    if (account !== undefined && !(await canReach(real, account, 'enter'))) continue;
    const writable = await access(real, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (writable && dirname(real) !== real) suitable.push(real);
  }
  return suitable;
}
