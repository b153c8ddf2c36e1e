import pg from 'pg';
import { keepCopy } from './copy-before-migration.ts';
import { migrationFiles, type Migration } from './migration-files.ts';
import { rolesToMake } from './roles.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Brings the schema to this program's version: numbered files, forward only, each in one transaction with its row in `migration`.
 * A file that changes rows of a workspace must take `force row level security` off that table and put it back, or it sees none.
 */
export type MigrationTarget = {
  /** Role aanhouder_owner on the database itself. */
  owner: pg.ClientConfig;
  /** The embedded database: its superuser on the maintenance database, which makes the copy before a migration. */
  admin?: pg.ClientConfig;
  /** A server of one's own: AANHOUDER_MIGRATE=1, "I have a backup". */
  confirmed: boolean;
  log: (line: string) => void;
};

export type Migrated = { from: number; to: number };

// Any number, as long as nothing else uses it: "aanh" as text.
const lockKey = 0x61_61_6e_68;

/** @param from folder of the files; only tests give another one */
export async function migrate(target: MigrationTarget, from?: URL): Promise<Migrated> {
  const files = await migrationFiles(from);
  // On its own connection, and where there is a maintenance database on that one: copying the database demands that nobody, not
  // even the waiting start, is connected to it.
  return withClient(target.admin ?? target.owner, async (lock) => {
    await takeLock(lock, target.log);
    const state = await withClient(target.owner, (owner) => readState(owner));
    const pending = pendingAfter(state.applied, files);
    const first = pending[0];
    if (first === undefined) return { from: state.applied.length, to: state.applied.length };
    if (state.hasData) await beforeChange(target, lock, first);
    await withClient(target.owner, async (owner) => {
      for (const migration of pending) await apply(owner, migration, target.log);
    });
    return { from: state.applied.length, to: files.length };
  });
}

/** Without an owner's connection: only says whether the schema is of this version. */
export async function checkSchema(pool: pg.Pool): Promise<void> {
  const files = await migrationFiles();
  const applied = await readApplied(pool);
  const first = pendingAfter(applied, files)[0];
  if (first === undefined) return;
  throw new StartRefused(
    'migration_needed',
    `The database has schema version ${applied.length}, this program needs ${files.length}.`,
    'Start once with DATABASE_OWNER_URL (role aanhouder_owner), which applies the migrations.',
  );
}

type Applied = { number: number; name: string; checksum: string };

async function readState(owner: pg.Client): Promise<{ applied: Applied[]; hasData: boolean }> {
  await owner.query(
    `create table if not exists migration (
       number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
  );
  await allowApp(owner);
  const applied = await readApplied(owner);
  // The tables of a workspace show the owner nothing (row security is forced); whoever has data has somebody who signs in.
  const { rows } = await owner.query<{ made: boolean }>(`select to_regclass('auth."user"') is not null as made`);
  if (!rows[0]?.made) return { applied, hasData: false };
  const { rowCount } = await owner.query('select from auth."user" limit 1');
  return { applied, hasData: rowCount === 1 };
}

/** The start without an owner's connection, and /readyz, read the version. */
async function allowApp(owner: pg.Client): Promise<void> {
  try {
    await owner.query('grant select on migration to aanhouder_app, aanhouder_auth');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42704') throw error;
    throw new StartRefused(
      'role_missing',
      'The database roles aanhouder_app and aanhouder_auth do not exist.',
      `An administrator makes the roles once, with:\n${rolesToMake}`,
      error,
    );
  }
}

async function readApplied(db: pg.Pool | pg.Client): Promise<Applied[]> {
  const made = await db.query<{ made: boolean }>(`select to_regclass('public.migration') is not null as made`);
  if (!made.rows[0]?.made) return [];
  return (await db.query<Applied>('select number, name, checksum from migration order by number')).rows;
}

function pendingAfter(applied: readonly Applied[], files: readonly Migration[]): Migration[] {
  if (applied.length > files.length) {
    throw new StartRefused(
      'database_newer',
      `The database was written by a newer Aanhouder (schema version ${applied.length}, this program knows ${files.length}).`,
      'Start the newer version again, or restore a backup that this version made.',
    );
  }
  for (const [place, { number, checksum }] of applied.entries()) {
    if (files[place]?.checksum === checksum) continue;
    throw new StartRefused(
      'migration_changed',
      `Migration ${number} was changed after it had been applied to this database.`,
      'Use the program as it was released; a change of the schema is a new migration file.',
    );
  }
  return files.slice(applied.length);
}

/**
 * Nothing is changed under data before it can be had back. The embedded database is copied. On a server we cannot: there is no
 * pg_dump in the package, and a copy demands that nobody is connected. One restart is cheaper than lost data, so there we ask.
 */
async function beforeChange(target: MigrationTarget, lock: pg.Client, first: Migration): Promise<void> {
  if (target.admin !== undefined) {
    await keepCopy(lock, target.owner.database ?? 'aanhouder', first.number, target.log);
    return;
  }
  if (target.confirmed) return;
  throw new StartRefused(
    'migration_unconfirmed',
    `This version changes the database (migration ${first.number}: ${first.name}).`,
    'Make a backup first, for instance: pg_dump --format=custom --file=aanhouder.dump "$DATABASE_OWNER_URL"\nThen start once with AANHOUDER_MIGRATE=1.',
  );
}

async function apply(owner: pg.Client, migration: Migration, log: (line: string) => void): Promise<void> {
  await owner.query('begin');
  try {
    // Waiting for a lock would hold up everybody behind it.
    await owner.query(`set local lock_timeout = '60s'`);
    await owner.query(migration.sql);
    await owner.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw new Error(`Migration ${migration.number} (${migration.name}) failed; the database is as it was.`, {
      cause: error,
    });
  }
  log(`Database: migration ${migration.number} (${migration.name}) applied.`);
}

async function takeLock(client: pg.Client, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey]);
  if (rows[0]?.taken) return;
  log('Database: another start is busy with the migrations; waiting for it.');
  await client.query('select pg_advisory_lock($1)', [lockKey]);
}

/** The lock ends with its connection, also after a crash. */
async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...config, application_name: 'aanhouder migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
