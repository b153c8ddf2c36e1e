import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { AuthTables } from './auth-tables.ts';
import { gatherWrites } from './gather-writes.ts';
import { valueParsers } from './value-parsers.ts';

/** `keepsPlans`: of the statements that have a name (transaction.ts, `planning`). */
export type PoolOptions = { max: number; name: string; keepsPlans?: true };

/**
 * A pool for requests. Pipelined: `begin; set local` and the first query of a transaction leave together, and so do queries that
 * are awaited together (0.60 ms a transaction with one query against 0.76 without; 0.94 against 1.46 with three; local socket).
 */
export function openPool(connection: pg.ClientConfig, { max, name, keepsPlans }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    application_name: name,
    types: valueParsers,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 120_000,
  });
  // An idle connection that the server closes (a restart) is replaced at the next use; unheard, 'error' would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // So would one that is in use, between two statements of a transaction: the next of them fails, and is told to whoever asked.
    client.on('error', () => {});
    // What cannot be set shows in the first statement.
    if (keepsPlans) client.query('set plan_cache_mode = auto').catch(() => {});
    if (client instanceof pg.Client) gatherWrites(client.connection.stream);
  });
  return pool;
}

export function authDatabase(pool: pg.Pool): Kysely<AuthTables> {
  return new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) });
}
