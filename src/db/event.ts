import type { Insertable } from 'kysely';
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
