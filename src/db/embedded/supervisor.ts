import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedDatabaseError } from './errors.ts';
import { asEmbeddedDatabaseError } from './file-fault.ts';
import { keepHostMark, removeHostMark } from './host-mark.ts';
import { openServer, type OpenServer, type Undertaking } from './open-server.ts';
import type { DatabaseRole, Passwords } from './passwords.ts';
import { stopPostmaster } from './postmaster.ts';
import { prepareHome } from './premises.ts';
import { leave } from './presence.ts';
import { DATABASE_NAME } from './provision.ts';
import { pruneLogs } from './prune-logs.ts';
import { logFolder } from './server-files.ts';
import type { ServerSettings } from './server-settings.ts';
import { removeSocketFolder } from './socket-folder.ts';
import { withStartLock } from './start-lock.ts';

export interface EmbeddedOptions {
  /** Made when missing; the database takes the folder `database` in it. */
  readonly dataFolder: string;
  /** Gets whole English sentences: what was moved, what is waited for. */
  readonly log: (line: string) => void;
  /** Over our own settings, for tests (`{ fsync: false, shared_buffers: '32MB' }`). Of no effect when attaching. */
  readonly settings?: ServerSettings;
  /** Where root keeps data and programs that PostgreSQL's account cannot reach in place. */
  readonly systemFolder?: string;
  /** Milliseconds since 1970; only compares the age of a file. */
  readonly now?: () => number;
}

/** What `new pg.Pool()` wants to know. */
export interface EmbeddedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl: false;
}

export interface EmbeddedDatabase {
  /** `initialised`: made new; `started`: it was there; `attached`: its server was running already. */
  readonly state: 'initialised' | 'started' | 'attached';
  readonly socketFolder: string;
  readonly port: number;
  readonly database: string;
  readonly passwords: Passwords;
  /** @param database default `aanhouder`; a test's clone, or `postgres` to make one */
  connection(role: DatabaseRole, database?: string): EmbeddedConnection;
  /** The same as a DATABASE_URL. */
  url(role: DatabaseRole, database?: string): string;
  /** Leaves the server, and stops it when no other process is using it. May be called more than once. */
  stop(): Promise<void>;
}

const SYSTEM_FOLDER = '/var/lib/aanhouder';
/** Longer than a server may need to recover (postmaster.ts) or to stop. */
const LOCK_LIMIT_MS = 700_000;
const PRUNE_MS = 3_600_000;

/**
 * Starts the embedded PostgreSQL of a data folder, or joins it when another process of ours is using it.
 * When the server is lost while we use it, it is started again on the same socket, so that pools recover by themselves.
 *
 * @throws EmbeddedDatabaseError and nothing else
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (error) {
    throw asEmbeddedDatabaseError(error, options.dataFolder);
  }
}

async function start(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, now = Date.now, settings = {}, systemFolder = SYSTEM_FOLDER } = options;
  const task: Undertaking = { ...(await prepareHome(options.dataFolder)), log, now, settings, systemFolder };
  const first = await withStartLock(task.home, LOCK_LIMIT_MS, () => openServer(task, undefined));
  const stay = keepServer(task, first);
  let stopped: Promise<void> | undefined;
  const connection = (role: DatabaseRole, database: string = DATABASE_NAME): EmbeddedConnection => ({
    host: first.socketFolder,
    port: first.port,
    user: role,
    password: first.passwords[role],
    database,
    ssl: false,
  });
  return {
    state: first.state,
    socketFolder: first.socketFolder,
    port: first.port,
    database: DATABASE_NAME,
    passwords: first.passwords,
    connection,
    url: (role, database) => connectionUrl(connection(role, database)),
    stop: () => (stopped ??= stay.stop()),
  };
}

function connectionUrl(to: EmbeddedConnection): string {
  return `postgresql://${to.user}:${to.password}@${encodeURIComponent(to.host)}:${to.port}/${encodeURIComponent(to.database)}`;
}

/** Holds our presence until `stop`: renews it when the session breaks, and with it the server when that is gone. */
function keepServer(task: Undertaking, first: OpenServer): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const endMark = keepHostMark(task.home, task.now);
  const pruning = setInterval(() => void pruneLogs(logFolder(first.premises)).catch(() => undefined), PRUNE_MS);
  pruning.unref();
  let current: OpenServer | undefined;
  let renewal: Promise<void> = Promise.resolve();

  const hold = (server: OpenServer): void => {
    current = server;
    server.session.once('end', () => {
      if (stopping.signal.aborted) return;
      current = undefined;
      renewal = renew();
    });
  };
  const renew = async (): Promise<void> => {
    task.log('The connection with the embedded database was lost; it is restored.');
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      try {
        const server = await withStartLock(task.home, LOCK_LIMIT_MS, () => openServer(task, first.socketFolder));
        hold(server);
        task.log(`The embedded database is back (${server.state}).`);
        if (server.socketFolder !== first.socketFolder) {
          task.log(`Its socket moved to ${server.socketFolder}: this process must be started again to reach it.`);
        }
        return;
      } catch (error) {
        const fault: EmbeddedDatabaseError = asEmbeddedDatabaseError(error, task.dataFolder);
        task.log(`${fault.message} ${fault.cure}`);
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  hold(first);
  return {
    async stop() {
      stopping.abort();
      await renewal;
      endMark();
      clearInterval(pruning);
      if (current !== undefined) await leaveServer(task, current);
    },
  };
}

async function leaveServer(task: Undertaking, server: OpenServer): Promise<void> {
  const leaveAndStop = async (): Promise<void> => {
    const last = await leave(server.session).catch(() => false); // no session: then the server is gone or another's
    if (last) {
      const ended = await stopPostmaster(server.premises);
      if (ended) await removeSocketFolder(server.socketFolder, server.premises.account);
      if (ended) await removeHostMark(task.home);
      if (!ended) task.log('The embedded database needs more than a minute to stop; it goes on by itself.');
    }
    await server.session.end().catch(() => undefined);
  };
  let begun = false;
  try {
    await withStartLock(task.home, LOCK_LIMIT_MS, () => {
      begun = true;
      return leaveAndStop();
    });
  } catch (error) {
    // On a full disk there is no room for a lock file, and the server must be stopped all the same.
    if (begun) throw error;
    await leaveAndStop();
  }
}
