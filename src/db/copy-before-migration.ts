import pg from 'pg';
import { StartRefused } from './start-refused.ts';

const kept = 2;

/**
 * Copies the embedded database to `<database>_before_<number>` and keeps the last two copies. An attempt that failed halfway left
 * the same name: it is replaced, as the schema is still of the same version and the data may be newer.
 */
export async function keepCopy(
  admin: pg.Client,
  database: string,
  number: number,
  log: (line: string) => void,
): Promise<void> {
  const copy = `${database}_before_${number}`;
  log(`Database: keeping a copy as ${copy} before migration ${number}.`);
  await admin.query(`drop database if exists ${pg.escapeIdentifier(copy)}`);
  try {
    // file_copy: the copy does not pass through the write-ahead log, which would take the space twice.
    await admin.query(
      `create database ${pg.escapeIdentifier(copy)} owner aanhouder_owner template ${pg.escapeIdentifier(database)} strategy file_copy`,
    );
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '55006') throw error;
    throw new StartRefused(
      'migration_blocked',
      'Another Aanhouder program is using the database, so it cannot be brought to this version.',
      'Stop the other program (the server that still runs, or a command), then start again.',
      error,
    );
  }
  await dropOlder(admin, `${database}_before_`);
}

async function dropOlder(admin: pg.Client, prefix: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1) and not datistemplate',
    [prefix],
  );
  const numbers = rows
    .map(({ name }) => Number(name.slice(prefix.length)))
    .filter((n) => Number.isSafeInteger(n) && n > 0);
  for (const number of numbers.toSorted((a, b) => b - a).slice(kept)) {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(`${prefix}${number}`)}`);
  }
}
