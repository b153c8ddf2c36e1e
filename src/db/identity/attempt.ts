import { sql } from 'kysely';
import type { Auth } from './account.ts';

/**
 * Counts one more attempt, in one statement so that fifty at once are fifty, and begins anew when the first one is older than
 * `windowStart`. Gives the count and the time of the first.
 */
export async function countAttempt(
  auth: Auth,
  key: string,
  now: Date,
  windowStart: Date,
): Promise<{ count: number; since: Date }> {
  const over = sql<boolean>`auth.attempt.since <= ${windowStart}`;
  return auth
    .insertInto('auth.attempt')
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${over} then 1 else auth.attempt.count + 1 end`,
        since: sql<Date>`case when ${over} then ${now} else auth.attempt.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
}

/** After a sign-in that succeeded; also sweeps what is over for everybody. */
export async function clearAttempts(auth: Auth, key: string, windowStart: Date): Promise<void> {
  await auth
    .deleteFrom('auth.attempt')
    .where(({ eb, or }) => or([eb('key', '=', key), eb('since', '<=', windowStart)]))
    .execute();
}
