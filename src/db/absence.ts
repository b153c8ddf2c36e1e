import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { OpportunityRow } from './opportunity.ts';
import type { Tx } from './transaction.ts';

/** Next moments of a member on these days, the most worth first; not who waits, and not what has a time. By the index of days. */
export async function plannedWithin(
  tx: Tx,
  memberId: string,
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day },
  limit: number,
): Promise<OpportunityRow[]> {
  return tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('assignee_id', '=', memberId)
    .where('state', '=', 'open')
    .where('next_on', '>=', fromOn)
    .where('next_on', '<=', untilOn)
    .where('next_at', 'is', null)
    .where('waiting_since', 'is', null)
    .orderBy('rank_value', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function appointmentsWithin(
  tx: Tx,
  memberId: string,
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from opportunity
    where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_at is not null
      and next_on between ${fromOn}::date and ${untilOn}::date`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
