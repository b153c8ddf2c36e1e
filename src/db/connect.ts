import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { AuthTables } from './auth-tables.ts';
import { checkSchema, migrate } from './migrate.ts';
import { authDatabase, openPool } from './pool.ts';
import { checkRoles } from './roles.ts';
import { StartRefused } from './start-refused.ts';
import type { Tx } from './transaction.ts';

/** Everything that reaches the database. `app` is used through inWorkspace (transaction.ts) only. */
export type Databases = {
  readonly kind: 'embedded' | 'server';
  /** Role aanhouder_app: owns nothing, sees one workspace a transaction. */
  readonly app: pg.Pool;
  /** Role aanhouder_auth: schema auth only. */
  readonly auth: Kysely<AuthTables>;
  readonly authPool: pg.Pool;
  /** Role aanhouder_owner, for backup and restore (db/backup). Null: a server of one's own without DATABASE_OWNER_URL. */
  readonly owner: pg.ClientConfig | null;
  /**
   * A request with an Idempotency-Key takes its key first in its first writing transaction, so that key and effect are committed
   * together or not at all (api/idempotency.ts). `taken`: that transaction was committed.
   */
  readonly claim?: { take(tx: Tx): Promise<void>; taken(): void };
  close(): Promise<void>;
};

export type DatabaseSettings =
  | { kind: 'embedded'; dataFolder: string }
  | { kind: 'server'; appUrl: string; authUrl: string; ownerUrl: string | null; migrationConfirmed: boolean };

// Embedded allows 60 connections, shared by the server and the commands that attach.
const appConnections = 16;
const authConnections = 4;

/** Connects, brings the schema to this version and refuses a wall that would not hold. Throws StartRefused or EmbeddedDatabaseError. */
export async function connect(settings: DatabaseSettings, log: (line: string) => void): Promise<Databases> {
  return settings.kind === 'embedded' ? connectEmbedded(settings.dataFolder, log) : connectServer(settings, log);
}

async function connectEmbedded(dataFolder: string, log: (line: string) => void): Promise<Databases> {
  // Loaded only where it is used: a server of one's own needs none of it.
  const { startEmbedded } = await import('./embedded/supervisor.ts');
  const server = await startEmbedded({ dataFolder, log });
  const opened = openDatabases(
    'embedded',
    server.connection('aanhouder_app'),
    server.connection('aanhouder_auth'),
    server.connection('aanhouder_owner'),
    () => server.stop(),
  );
  return prepared(opened, async () => {
    await migrate({
      owner: server.connection('aanhouder_owner'),
      admin: server.connection('aanhouder_super', 'postgres'),
      confirmed: false,
      log,
    });
  });
}

async function connectServer(
  settings: DatabaseSettings & { kind: 'server' },
  log: (line: string) => void,
): Promise<Databases> {
  const opened = openDatabases(
    'server',
    { connectionString: settings.appUrl },
    { connectionString: settings.authUrl },
    settings.ownerUrl === null ? null : { connectionString: settings.ownerUrl },
    async () => {},
  );
  return prepared(opened, async () => {
    await reach(opened.app, 'DATABASE_URL');
    await reach(opened.authPool, 'DATABASE_AUTH_URL');
    const { ownerUrl, migrationConfirmed } = settings;
    if (ownerUrl === null) await checkSchema(opened.app);
    else await migrate({ owner: { connectionString: ownerUrl }, confirmed: migrationConfirmed, log });
  });
}

export function openDatabases(
  kind: Databases['kind'],
  app: pg.ClientConfig,
  auth: pg.ClientConfig,
  owner: pg.ClientConfig | null,
  stop: () => Promise<void>,
): Databases {
  const appPool = openPool(app, { max: appConnections, name: 'aanhouder' });
  const authPool = openPool(auth, { max: authConnections, name: 'aanhouder auth', keepsPlans: true });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([appPool.end(), authPool.end()]);
    await stop();
  };
  return { kind, app: appPool, auth: authDatabase(authPool), authPool, owner, close: () => (closed ??= close()) };
}

async function prepared(databases: Databases, migrateSchema: () => Promise<void>): Promise<Databases> {
  try {
    await migrateSchema();
    await checkRoles(databases.app, databases.authPool);
    return databases;
  } catch (error) {
    await databases.close();
    throw error;
  }
}

async function reach(pool: pg.Pool, setting: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    throw new StartRefused(
      'database_unreachable',
      `The database of ${setting} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      `Look whether the server runs and whether host, port, name and password in ${setting} are right.`,
      error,
    );
  }
}
