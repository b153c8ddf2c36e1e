import { createHash } from 'node:crypto';
import { access, chmod, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chooseAccount, type Account, type ChosenAccount } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { writePrivateFile } from './private-file.ts';
import { canReach } from './reach.ts';

/** Where the parts of one embedded database live. */
export interface Premises {
  readonly dataFolder: string;
  /** `<data folder>/database`: passwords, format, locks. Written by the app's account. */
  readonly home: string;
  /** Cluster, settings and logs of the server: `home`, or a folder elsewhere when PostgreSQL's account cannot come there. */
  readonly serverFolder: string;
  /** PostgreSQL's own folder, owned by its account. As root we never write in it: its owner could lead us astray by links. */
  readonly cluster: string;
  /** undefined: our own */
  readonly account: ChosenAccount | undefined;
}

/** The app's part of the data folder, made when missing. As root others may pass through it, but list nothing. */
export async function prepareHome(dataFolder: string): Promise<{ dataFolder: string; home: string }> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  refuseStrangePath(resolve(dataFolder));
  await makeFolder(dataFolder, mode);
  const real = await realpath(dataFolder);
  refuseStrangePath(real);
  const home = join(real, 'database');
  await makeFolder(home, mode);
  await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
  const facts = await stat(home);
  if (process.getuid?.() === 0 && facts.uid === 0 && (facts.mode & 0o001) === 0) await chmod(home, 0o711);
  return { dataFolder: real, home };
}

/**
 * Decides where the server's files live and which account runs it; remembers it in the data folder, so that moving that
 * folder loses nothing. To be called under the start lock of `home`.
 *
 * @param systemFolder where databases go whose data folder the account cannot reach (/var/lib/aanhouder)
 */
export async function choosePremises(
  place: { dataFolder: string; home: string },
  systemFolder: string,
  log: (line: string) => void,
): Promise<Premises> {
  const { dataFolder, home } = place;
  const moved = await readLine(join(home, 'location'));
  const at = (serverFolder: string, account: ChosenAccount | undefined): Premises => {
    return { dataFolder, home, serverFolder, cluster: join(serverFolder, 'cluster'), account };
  };
  if (moved !== undefined) {
    const cluster = join(moved, 'cluster');
    await claimMovedFolder(dataFolder, home, moved);
    return at(moved, await chooseAccount(cluster, dataFolder));
  }
  const account = await chooseAccount(join(home, 'cluster'), dataFolder);
  if (account === undefined || (await canReach(home, account, 'enter'))) return at(home, account);
  if ((await unlessMissing(stat(join(home, 'cluster')))) !== undefined) {
    throw new EmbeddedDatabaseError(
      'data_folder_unwritable',
      `The account "${account.name}", which owns the database files, cannot enter ${home}`,
      `Let others pass through the folders above it (chmod o+x), or move the data folder out of a private home.`,
    );
  }
  const serverFolder = join(systemFolder, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  await claimNewFolder(dataFolder, serverFolder, account);
  await writePrivateFile(join(home, 'location'), `${serverFolder}\n`);
  log(`The database files are kept in ${serverFolder}, because the account "${account.name}" cannot reach ${home}.`);
  return at(serverFolder, account);
}

async function claimNewFolder(dataFolder: string, serverFolder: string, account: Account): Promise<void> {
  if ((await unlessMissing(stat(join(serverFolder, 'cluster')))) !== undefined) {
    throw new EmbeddedDatabaseError(
      'data_folder_damaged',
      `An earlier database of ${dataFolder} is still in ${serverFolder}, but its passwords are not in the data folder`,
      `Put the old data folder back to keep that database, or move ${serverFolder} away to begin with an empty one.`,
    );
  }
  await makeFolder(serverFolder, 0o711);
  if (!(await canReach(serverFolder, account, 'enter'))) {
    throw new EmbeddedDatabaseError(
      'data_folder_unwritable',
      `The account "${account.name}" can reach neither the data folder nor ${serverFolder}`,
      'Choose a data folder that other accounts can pass through, or run Aanhouder with an ordinary account.',
    );
  }
  await writePrivateFile(join(serverFolder, 'origin'), `${dataFolder}\n`);
}

/** A data folder that was moved takes its server folder along; a copy of it may not share one with the original. */
async function claimMovedFolder(dataFolder: string, home: string, serverFolder: string): Promise<void> {
  const origin = await readLine(join(serverFolder, 'origin'));
  if (origin === dataFolder) return;
  if (origin !== undefined) {
    const rival = await readLine(join(origin, 'database', 'location'));
    if (rival === serverFolder) {
      throw new EmbeddedDatabaseError(
        'data_folder_copied',
        `${dataFolder} is a copy of ${origin}: both name the database files in ${serverFolder}`,
        `Use ${origin}, or remove ${home} to begin with an empty database here.`,
      );
    }
    await writePrivateFile(join(serverFolder, 'origin'), `${dataFolder}\n`);
  }
}

async function readLine(path: string): Promise<string | undefined> {
  const text = await unlessMissing(readFile(path, 'utf8'));
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

/** Line ends cannot be written in PostgreSQL's settings or in postmaster.pid. */
function refuseStrangePath(path: string): void {
  if (!/[\n\r\0]/.test(path)) return;
  throw new EmbeddedDatabaseError(
    'data_folder_unwritable',
    `The path of the data folder holds a line end: ${JSON.stringify(path)}`,
    'Choose a data folder without line ends in its path.',
  );
}
