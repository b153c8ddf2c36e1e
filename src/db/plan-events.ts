import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type PlanEvent = {
  at: Date;
  on: string | null;
  channel: string | null;
  reason: string | null;
  member: string | null;
};

/** Events that set a next moment, newest first. */
export async function planEvents(tx: Tx, opportunityId: string, limit: number): Promise<PlanEvent[]> {
  const { rows } = await sql<PlanEvent>`
    select e.created_at as at, e.next_on as "on", e.channel, coalesce(e.reason, e.kind) as reason, m.name as member
    from event e left join member m on m.workspace_id = e.workspace_id and m.id = e.member_id
    where e.workspace_id = ${tx.workspaceId} and e.opportunity_id = ${opportunityId} and e.next_on is not null
    order by e.created_at desc, e.id desc limit ${limit}`.execute(tx.db);
  return rows;
}
