import { type Insertable, sql } from 'kysely';
import type { EventTable } from './tables.ts';
import type { Tx } from './transaction.ts';

export type NewEvent = Omit<Insertable<EventTable>, 'workspace_id'>;

export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.db
    .insertInto('event')
    .values(events.map((event) => ({ workspace_id: tx.workspaceId, ...event })))
    .execute();
}

export async function voidEvents(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('event')
    .set({ void_at: at })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** Of these events, those about these opportunities. */
export async function voidEventsOf(
  tx: Tx,
  ids: readonly string[],
  opportunityIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update event set void_at = ${at} where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[])
      and opportunity_id = any(${[...opportunityIds]}::uuid[])`.execute(tx.db);
}
