import type { Databases } from './connect.ts';

/**
 * Runs `work` unless another process is busy with the same job: an advisory lock on a connection of its own, which ends with it, also
 * after a crash. Answers whether it ran.
 */
export async function alone({ app }: Pick<Databases, 'app'>, job: string, work: () => Promise<void>): Promise<boolean> {
  const client = await app.connect();
  let broken = false;
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [`aanhouder job ${job}`],
    );
    if (!rows[0]?.taken) return false;
    try {
      await work();
      return true;
    } finally {
      await client
        .query('select pg_advisory_unlock(hashtextextended($1, 0))', [`aanhouder job ${job}`])
        .catch(() => void (broken = true));
    }
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    client.release(broken);
  }
}
