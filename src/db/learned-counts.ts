import { sql } from 'kysely';
import type { MinutesSeen } from '#core/persistence/learned-minutes';
import type { Channel } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

/** What a member and what all colleagues together have seen. */
export type OwnAndOthers = { own: MinutesSeen; others: MinutesSeen };

/** Minutes that moments were said to take, by channel. */
export async function minutesTold(tx: Tx, memberId: string): Promise<(OwnAndOthers & { channel: Channel })[]> {
  const { rows } = await sql<{ channel: Channel; n: number; m: number; own_n: number; own_m: number }>`
    select channel, sum(count)::float8 as n, sum(minutes)::float8 as m,
      coalesce(sum(count) filter (where member_id = ${memberId}), 0)::float8 as own_n,
      coalesce(sum(minutes) filter (where member_id = ${memberId}), 0)::float8 as own_m
    from counter_minutes where workspace_id = ${tx.workspaceId} group by channel`.execute(tx.db);
  return rows.map(({ channel, n, m, own_n, own_m }) => ({
    channel,
    own: { count: own_n, minutes: own_m },
    others: { count: n - own_n, minutes: m - own_m },
  }));
}

/** Time spent on looking for new prospects; the count is that of the prospects found. */
export async function timeSearched(tx: Tx, memberId: string): Promise<OwnAndOthers> {
  const { rows } = await sql<{ n: number; m: number; own_n: number; own_m: number }>`
    select coalesce(sum(found), 0)::float8 as n, coalesce(sum(minutes), 0)::float8 as m,
      coalesce(sum(found) filter (where member_id = ${memberId}), 0)::float8 as own_n,
      coalesce(sum(minutes) filter (where member_id = ${memberId}), 0)::float8 as own_m
    from counter_prospecting where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  const { n = 0, m = 0, own_n = 0, own_m = 0 } = rows[0] ?? {};
  return { own: { count: own_n, minutes: own_m }, others: { count: n - own_n, minutes: m - own_m } };
}
