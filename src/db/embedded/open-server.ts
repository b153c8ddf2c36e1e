import { join } from 'node:path';
import type { Client } from 'pg';
import { prepareBinaries } from './binaries.ts';
import { inspectData, markDataComplete } from './data-format.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { settledServer } from './find-server.ts';
import { claimForHost } from './host-mark.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { machineMemory } from './machine-memory.ts';
import { readOrMakePasswords, type Passwords } from './passwords.ts';
import { findPlatformPackage } from './platform-package.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { hasEnded, launchPostmaster, stopPostmaster } from './postmaster.ts';
import { choosePremises, type Premises } from './premises.ts';
import { seesOurFiles } from './process-description.ts';
import { enter, leave } from './presence.ts';
import { provision } from './provision.ts';
import { pruneLogs } from './prune-logs.ts';
import { logFolder, writeServerFiles } from './server-files.ts';
import { serverSettings, type ServerSettings } from './server-settings.ts';
import { makeSocketFolder, removeSocketFolder, SOCKET_PORT } from './socket-folder.ts';
import { connectAsSuperuser, type ServerAddress } from './superuser-connection.ts';
import { waitUntil } from './wait-until.ts';

/** Everything a start needs to know; the same for every later restart within this process. */
export interface Undertaking {
  readonly dataFolder: string;
  readonly home: string;
  readonly systemFolder: string;
  readonly settings: ServerSettings;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export interface OpenServer extends ServerAddress {
  readonly state: 'initialised' | 'started' | 'attached';
  readonly premises: Premises;
  readonly passwords: Passwords;
  /** Our presence: while this session lives, no other process stops the server. */
  readonly session: Client;
}

const STARTING_LIMIT_MS = 600_000;

/**
 * Joins the server of this data folder, or makes the cluster, starts the server and makes the roles as far as needed.
 * To be called under the start lock of `home`.
 *
 * @param socketFolder of a server that this process used before, so that its open pools find the next one
 */
export async function openServer(task: Undertaking, socketFolder: string | undefined): Promise<OpenServer> {
  const found = findPlatformPackage();
  const premises = await choosePremises(task, task.systemFolder, task.log);
  await claimForHost(task.home, task.now, task.log);
  const data = await inspectData(premises, found.postgresMajor);
  const passwords = await readOrMakePasswords(task.home, data !== 'empty');
  const password = passwords.aanhouder_super;

  const joined = await joinRunning(premises, password, task.log);
  const lastSocketFolder = socketFolder ?? joined.lastSocketFolder;
  const server =
    joined.server ?? (await startAbsent(task, premises, { password, empty: data === 'empty', lastSocketFolder }));
  if (data !== 'complete') {
    try {
      await provision(server.session, server, passwords);
      await markDataComplete(task.home, found.postgresMajor);
    } catch (error) {
      // Half made is of no use to anybody, and a server without a process that holds it would stay behind.
      if (await leave(server.session)) await stopPostmaster(premises);
      await server.session.end();
      throw error;
    }
  }
  const state = data !== 'complete' ? 'initialised' : joined.server === undefined ? 'started' : 'attached';
  return { ...server, state, premises, passwords };
}

interface Entered extends ServerAddress {
  readonly session: Client;
}

async function joinRunning(
  premises: Premises,
  password: string,
  log: (line: string) => void,
): Promise<{ server: Entered | undefined; lastSocketFolder: string | undefined }> {
  const sighting = await settledServer(premises.cluster);
  if (sighting.kind === 'absent') return { server: undefined, lastSocketFolder: sighting.socketFolder };
  const { pid, socketFolder, port } = sighting.file;
  const status = await waitUntil(async () => {
    const file = await readPostmasterFile(premises.cluster);
    if (file === undefined || file.pid !== pid) return 'stopping';
    return file.status === 'starting' ? undefined : file.status;
  }, STARTING_LIMIT_MS);
  const session = status === 'ready' ? await connectAsSuperuser({ socketFolder, port }, password) : undefined;
  if (session !== undefined && (await enter(session))) {
    return { server: { session, socketFolder, port }, lastSocketFolder: socketFolder };
  }
  await session?.end();
  if (status === 'ready' && session === undefined) {
    // Its socket is gone (a cleaned /tmp): nobody can join it any more, and only one server can use the files.
    if (!(await seesOurFiles(pid))) throw inAnotherView(premises, socketFolder);
    log('A server is running whose socket cannot be reached; it is stopped and started again.');
    await stopPostmaster(premises);
  }
  if (await hasEnded(premises.cluster)) {
    const left = await settledServer(premises.cluster);
    return { server: undefined, lastSocketFolder: left.kind === 'absent' ? left.socketFolder : undefined };
  }
  throw new EmbeddedDatabaseError(
    'database_start_failed',
    `An earlier server of ${premises.dataFolder} (process ${pid}) has been stopping for a minute`,
    'Wait until it is done and start again; a slow disk may need a few minutes.',
  );
}

function inAnotherView(premises: Premises, socketFolder: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'data_folder_in_use',
    `The server of ${premises.dataFolder} runs in a service or container with its own files: ${socketFolder} is not ours`,
    'Run this within that service or container, or stop it first (with systemd: PrivateTmp=no lets both share).',
  );
}

async function startAbsent(
  task: Undertaking,
  premises: Premises,
  how: { password: string; empty: boolean; lastSocketFolder: string | undefined },
): Promise<Entered> {
  const copies = join(process.getuid?.() === 0 ? task.systemFolder : task.home, 'programs');
  const binaries = await prepareBinaries(findPlatformPackage(), premises.account, copies, task.log);
  const binFolder = join(binaries, 'bin');
  const { memory, sharedMemory } = await machineMemory();
  const settings = { ...serverSettings(memory, sharedMemory), ...task.settings };
  if (how.empty) {
    const durable = settings['fsync'] !== false && settings['fsync'] !== 'off';
    await initialiseCluster(premises, binFolder, how.password, durable);
  }
  const socketFolder = await makeSocketFolder(premises.account, how.lastSocketFolder);
  try {
    const place = { unix_socket_directories: socketFolder, port: SOCKET_PORT, log_directory: logFolder(premises) };
    await writeServerFiles(premises, { ...settings, ...place });
    await pruneLogs(logFolder(premises));
    await launchPostmaster(premises, binFolder, task.log);
    const session = await connectAsSuperuser({ socketFolder, port: SOCKET_PORT }, how.password);
    if (session !== undefined && (await enter(session))) return { session, socketFolder, port: SOCKET_PORT };
    await session?.end();
    throw new Error('the server started, but takes no connection');
  } catch (error) {
    if (await stopPostmaster(premises)) await removeSocketFolder(socketFolder, premises.account);
    throw error;
  }
}
