import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Of those that were ever picked up again: how many contacts they had then, and why they were stopped before (null: not known here). */
export async function lastPickedUp(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { held: number; reason: string | null }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; held: number; reason: string | null }>`
    select x.id, back.number as held, stop.reason from unnest(${[...ids]}::uuid[]) as x (id)
    cross join lateral (
      select e.id, e.number from event e
      where e.workspace_id = ${tx.workspaceId} and e.opportunity_id = x.id and e.kind = 'revived' and e.void_at is null
      order by e.created_at desc, e.id desc limit 1
    ) as back
    left join lateral (
      select e.reason from event e
      where e.workspace_id = ${tx.workspaceId} and e.opportunity_id = x.id and e.kind = 'stopped' and e.void_at is null and e.id < back.id
      order by e.created_at desc, e.id desc limit 1
    ) as stop on true`.execute(tx.db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
