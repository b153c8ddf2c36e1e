import { sql } from 'kysely';
import type { MinutesSeen } from '#core/persistence/learned-minutes';
import type { Channel } from '#core/opportunity/vocabulary';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** What a member and what all colleagues together have seen. */
export type OwnAndOthers = { own: MinutesSeen; others: MinutesSeen };

export type MinutesCounted = {
  /** Minutes that moments were said to take, where any were. */
  told: ReadonlyMap<Channel, OwnAndOthers>;
  /** Time spent on looking for new prospects; the count is that of the prospects found. */
  searched: OwnAndOthers;
};

const nothing: OwnAndOthers = { own: { count: 0, minutes: 0 }, others: { count: 0, minutes: 0 } };

type Counted = { channel: Channel | null; n: number; m: number; own_n: number; own_m: number };

const counted = prepared(
  (tx, { memberId }: { memberId: string }) => sql<Counted>`
    select channel, sum(n)::float8 as n, sum(m)::float8 as m,
      coalesce(sum(n) filter (where member_id = ${memberId}), 0)::float8 as own_n,
      coalesce(sum(m) filter (where member_id = ${memberId}), 0)::float8 as own_m
    from (
      select channel, member_id, count as n, minutes as m from counter_minutes where workspace_id = ${tx.workspaceId}
      union all
      select null, member_id, found, minutes from counter_prospecting where workspace_id = ${tx.workspaceId}
    ) as counted group by channel`,
);

/** Both in one statement: every decision about a member's work asks for them. */
export async function minutesCounted(tx: Tx, memberId: string): Promise<MinutesCounted> {
  const rows = await counted(tx, { memberId }, tx.kept);
  const told = new Map<Channel, OwnAndOthers>();
  let searched = nothing;
  for (const { channel, n, m, own_n, own_m } of rows) {
    const seen = { own: { count: own_n, minutes: own_m }, others: { count: n - own_n, minutes: m - own_m } };
    if (channel === null) searched = seen;
    else told.set(channel, seen);
  }
  return { told, searched };
}
