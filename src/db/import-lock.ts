import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * A run holds its import as long as its transaction lives. When its process or the server is killed the lock goes with the connection, so
 * that a run that was cut off is told from one that is busy.
 */
export async function holdImport(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(tx, id)})`.execute(tx.db);
}

/** Whether a run holds it. Shared, so that two who ask do not take each other for one. */
export async function isHeld(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(${key(tx, id)}) as free`.execute(tx.db);
  return rows[0]?.free !== true;
}

const key = (tx: Tx, id: string) => sql`hashtextextended(${`import ${tx.workspaceId} ${id}`}, 0)`;
