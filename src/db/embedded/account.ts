import { readFile, stat } from 'node:fs/promises';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';

/** An ordinary account that PostgreSQL runs as when we are root, which PostgreSQL itself refuses to be. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ChosenAccount extends Account {
  /** It may start us without root as well, and must then be able to clean up what root made for it. */
  readonly ownsDataFolder: boolean;
}

/**
 * The account to run PostgreSQL with; undefined means our own.
 *
 * As root, in this order: whoever owns the existing cluster (only that account can open it); whoever owns the data
 * folder, when that is an ordinary account (so that a start without sudo still works after one with it); `postgres`;
 * `nobody`. It must be in the password file: without an entry initdb ends with "could not look up effective user ID".
 */
export async function chooseAccount(cluster: string, dataFolder: string): Promise<ChosenAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = parsePasswordFile((await unlessMissing(readFile('/etc/passwd', 'utf8'))) ?? '');
  const folderOwner = (await stat(dataFolder)).uid;
  const chosen = (account: Account): ChosenAccount => ({ ...account, ownsDataFolder: account.uid === folderOwner });
  const existing = await unlessMissing(stat(cluster));
  if (existing !== undefined) {
    const owner = accounts.find((account) => account.uid === existing.uid && account.uid !== 0);
    if (owner !== undefined) return chosen(owner);
    throw new EmbeddedDatabaseError(
      'account_missing',
      `The database files in ${cluster} belong to user ${existing.uid}, who is root or no account of this machine`,
      `Give them to an ordinary account that exists here, for example: chown -R postgres '${cluster}'.`,
    );
  }
  const found =
    accounts.find((account) => account.uid === folderOwner && account.uid !== 0) ??
    accounts.find((account) => account.name === 'postgres' && account.uid !== 0) ??
    accounts.find((account) => account.name === 'nobody' && account.uid !== 0);
  if (found !== undefined) return chosen(found);
  throw new EmbeddedDatabaseError(
    'account_missing',
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it with',
    'Run Aanhouder with an ordinary account, or add one: useradd --system postgres.',
  );
}

export function parsePasswordFile(text: string): Account[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || name === '' || !/^\d+$/.test(uid ?? '') || !/^\d+$/.test(gid ?? '')) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
