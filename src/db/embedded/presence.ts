import type { Client } from 'pg';

/**
 * Each app process holds this lock, shared, on a session of its own for as long as it uses the server; PostgreSQL gives it
 * back when the process dies, however that happens. Who can take it alone is the last one. The number is "aanhoude" in ASCII.
 */
const PRESENCE_LOCK = '7017011089245561957';

/** @returns false when another process is just taking the server down */
export async function enter(session: Client): Promise<boolean> {
  const result = await session.query<{ entered: boolean }>('SELECT pg_try_advisory_lock_shared($1) AS entered', [
    PRESENCE_LOCK,
  ]);
  return result.rows[0]?.entered === true;
}

/** Gives up our part. @returns true when nobody else is left; then the lock is ours alone and nobody can enter any more. */
export async function leave(session: Client): Promise<boolean> {
  await session.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
  const result = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [PRESENCE_LOCK]);
  return result.rows[0]?.alone === true;
}
