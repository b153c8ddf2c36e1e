import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { keptStatement } from './kept-statement.ts';
import type { Tables } from './tables.ts';

// Stateless, so shared by all transactions: a Kysely over a given connection then costs 4 µs.
const adapter = new PostgresAdapter();

/**
 * Kysely on the one connection of a transaction. After `end()` every further query throws: a leaked tx must not reach another tenant.
 * Statements of `kept` get a name, so that the connection keeps them (transaction.ts, `plans`).
 */
export function overConnection(
  client: pg.ClientBase,
  plans?: 'kept' | 'none',
): { db: Kysely<Tables>; kept: Kysely<Tables>; end: () => void } {
  let ended = false;
  let broke: unknown;

  const connection = (keep: boolean): DatabaseConnection => ({
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (ended) throw new Error('This transaction has ended: a query was made on a tx that outlived inWorkspace().');
      // Without a name in general: a named one slides into a generic plan, 10 times slower for range queries (stack.md, section 1).
      const kept = keep ? keptStatement(query.sql) : null;
      const { command, rowCount, fields, rows } = await client
        .query<never>({
          ...(kept && { name: kept.name, rowMode: 'array' }),
          text: query.sql,
          values: [...query.parameters],
        })
        .catch((error: unknown) => {
          // Statements are sent without waiting: one may fail only because the one before it did, and that is the fault to tell.
          if (isAborted(error) && broke !== undefined) throw broke;
          broke ??= error;
          throw error;
        });
      return {
        rows: kept ? kept.rowsOf<R>(fields, rows) : (rows ?? []),
        ...(changes.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
      };
    },
    streamQuery() {
      throw new Error('Not in a transaction of a workspace: read in pages.');
    },
  });

  const over = (keep: boolean): Kysely<Tables> => new Kysely<Tables>({ dialect: dialectOver(connection(keep)) });
  const db = over(plans === 'kept');
  const kept = plans === undefined ? over(true) : db;
  return { db, kept, end: () => void (ended = true) };
}

const refuse = async () => {
  throw new Error('Transactions do not nest: pass the tx on.');
};

/** Kysely over one given connection. */
export function dialectOver(connection: DatabaseConnection): Dialect {
  return {
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => adapter,
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** 25P02 in_failed_sql_transaction. */
function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02';
}

const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
