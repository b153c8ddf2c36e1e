import type { Databases } from './connect.ts';

const key = "hashtextextended('aanhouder sends mail', 0)";

/**
 * This process sends mail, and says so until `leave` or its end: a shared advisory lock on a connection of its own, which goes with the
 * process, also in a crash. When no other says so, `whenAlone` runs first, while the others that start wait: what is claimed then was left
 * behind. A lock that is lost with its connection takes nothing away: what its process notes afterwards is believed (noteMail).
 */
export async function joinSenders(
  { app }: Pick<Databases, 'app'>,
  whenAlone: () => Promise<void>,
): Promise<{ leave(): Promise<void> }> {
  const client = await app.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${key}) as taken`);
    const alone = rows[0]?.taken === true;
    if (alone) await whenAlone();
    await client.query(`select pg_advisory_lock_shared(${key})`);
    if (alone) await client.query(`select pg_advisory_unlock(${key})`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  // Closed, not given back: its lock ends with it.
  return { leave: async () => client.release(true) };
}
