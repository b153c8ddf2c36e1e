import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Databases } from './connect.ts';
import { isStale } from './kept-statement.ts';
import type { Tables } from './tables.ts';
import { overConnection } from './workspace-connection.ts';

/** One transaction of one workspace. Repositories take it as their first argument; it ends with the function it was given to. */
export type Tx = {
  readonly db: Kysely<Tables>;
  /**
   * The same, for statements of which one text is asked again and again, and the best plan does not depend on what is asked (a row by its key,
   * an insert): the connection keeps them parsed, and planned where it writes.
   */
  readonly kept: Kysely<Tables>;
  readonly workspaceId: string;
  /** Runs `then` once this transaction has been committed; never when it was not. */
  afterCommit(then: () => void): void;
};

export type TransactionOptions = {
  /** The server refuses writes. */
  readOnly?: true;
  /** Default read committed. `repeatable read`: one picture over several statements (exports, the mirror). */
  isolation?: 'repeatable read' | 'serializable';
  /**
   * `kept`: every statement is prepared, and its plan kept for all that is asked with it: of Today's time in the database 70% was planning.
   * Only for statements whose best plan does not depend on what is asked, with states and limits written into them, and lists as arrays.
   * `none`: not even those of `Tx.kept`.
   */
  plans?: 'kept' | 'none';
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const attempts = 4;

/**
 * Runs `work` in a transaction that sees one workspace only. Commits what it returns, rolls back what it throws (an AppError too:
 * a refused action changes nothing). A serialization failure or deadlock is tried again, so `work` must be repeatable: no effect
 * outside the transaction.
 *
 * The tenant is set with a literal SET LOCAL of a validated id, as set_config() does not reach Citus workers (architecture.md); it
 * is sent together with `begin` and, the connection being pipelined, not waited for.
 */
export async function inWorkspace<T>(
  databases: Pick<Databases, 'app' | 'claim'>,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!uuid.test(workspaceId)) throw new TypeError('A workspace id is a lower-case UUID.');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(databases, workspaceId, work, options);
    } catch (error) {
      if (isStale(error)) return inWorkspace(databases, workspaceId, work, { ...options, plans: 'none' });
      if (attempt === attempts || !isTransient(error)) throw error;
      await pause(attempt);
    }
  }
}

async function once<T>(
  { app, claim }: Pick<Databases, 'app' | 'claim'>,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await app.connect();
  const { db, kept, end } = overConnection(client, options.plans);
  let broken = false;
  let leaving = false;
  try {
    const begun = client.query(`${begin(options)}; set local app.workspace = '${workspaceId}'`);
    // Not awaited here, to save the round trip; a failure also fails the first query, and is thrown below.
    begun.catch(() => {});
    const committed: (() => void)[] = [];
    const tx: Tx = { db, kept, workspaceId, afterCommit: (then) => void committed.push(then) };
    const claiming = options.readOnly ? undefined : claim;
    await claiming?.take(tx);
    const result = await work(tx);
    end();
    await begun;
    if (options.readOnly) {
      // Nothing was written that could be lost: whoever asked has the answer, and after it the connection goes back.
      leaving = true;
      setImmediate(() =>
        client.query('commit').then(
          () => client.release(),
          () => client.release(true),
        ),
      );
      for (const then of committed) then();
      return result;
    }
    const { command } = await client.query('commit');
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK: somebody swallowed an error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back by an error that was caught inside it.');
    claiming?.taken();
    for (const then of committed) then();
    return result;
  } catch (error) {
    end();
    broken = isStale(error);
    await client.query('rollback').catch(() => void (broken = true));
    throw error;
  } finally {
    if (!leaving) client.release(broken);
  }
}

function begin(options: TransactionOptions): string {
  return [
    `begin${options.isolation === undefined ? '' : ` isolation level ${options.isolation}`}${options.readOnly ? ' read only' : ''}`,
    ...planning(options),
  ].join('; ');
}

/**
 * The embedded server plans every statement anew (server-settings.ts), a check of a foreign key too: 120 µs each, against 5 with its plan kept.
 * With `auto` what has no name is still planned anew.
 */
function planning({ plans, readOnly }: TransactionOptions): string[] {
  if (plans === 'kept') return ['set local plan_cache_mode = force_generic_plan'];
  return readOnly ? [] : ['set local plan_cache_mode = auto'];
}

/** 40001 serialization_failure, 40P01 deadlock_detected: nothing happened, and the same again may succeed. */
function isTransient(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())));
}
