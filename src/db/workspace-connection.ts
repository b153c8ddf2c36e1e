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
import type { Tables } from './tables.ts';

// Stateless, so shared by all transactions: a Kysely over a given connection then costs 4 µs.
const adapter = new PostgresAdapter();

/**
 * Kysely on the one connection of a transaction. After `end()` every further query throws: a leaked tx must not reach another tenant.
 * @param keepPlans statements get a name, so that the connection keeps their plans (transaction.ts, `plans`)
 */
export function overConnection(client: pg.ClientBase, keepPlans: boolean): { db: Kysely<Tables>; end: () => void } {
  let ended = false;
  let broke: unknown;

  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (ended) throw new Error('This transaction has ended: a query was made on a tx that outlived inWorkspace().');
      // Without a name in general: a named one slides into a generic plan, 10 times slower for range queries (stack.md, section 1).
      const { command, rowCount, rows } = await client
        .query({
          ...(keepPlans && { name: nameOf(query.sql) }),
          text: query.sql,
          values: [...query.parameters],
        })
        .catch((error: unknown) => {
          // Statements are sent without waiting: one may fail only because the one before it did, and that is the fault to tell.
          if (isAborted(error) && broke !== undefined) throw broke;
          broke ??= error;
          throw error;
        });
      return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows: rows ?? [] };
    },
    streamQuery() {
      throw new Error('Not in a transaction of a workspace: read in pages.');
    },
  };

  const refuse = async () => {
    throw new Error('Transactions do not nest: pass the tx on.');
  };
  const dialect: Dialect = {
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
  return { db: new Kysely<Tables>({ dialect }), end: () => void (ended = true) };
}

/** 25P02 in_failed_sql_transaction. */
function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02';
}

const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

const names = new Map<string, string>();

/** One name for one text. So few are kept that a text made anew at every request would show in the tests, not in the memory of the server. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= mostNames)
      throw new Error('Too many statements with kept plans: is a list or a limit written into one?');
    name = `kept_${names.size}`;
    names.set(text, name);
  }
  return name;
}
const mostNames = 200;
