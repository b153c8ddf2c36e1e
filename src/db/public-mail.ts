import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Messages to a person that still wait, of which the cause begins so, are stopped: they do not go. */
export async function stopQueued(tx: Tx, personId: string, cause: string, at: Date): Promise<void> {
  await sql`
    update outbox set state = 'cancelled', reason = null, ended_at = ${at}, version = version + 1
    where workspace_id = ${tx.workspaceId} and person_id = ${personId} and state = 'queued' and starts_with(cause, ${cause})`.execute(
    tx.db,
  );
}
