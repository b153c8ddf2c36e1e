import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Everything of `from` becomes `into`'s: opportunities, moments, events, promises, organisations. Answers how many opportunities moved. */
export async function moveHistory(tx: Tx, from: string, into: string): Promise<void> {
  for (const table of ['opportunity', 'moment', 'event', 'promise']) {
    // A newer version: an undo would give an opportunity back to somebody who is no longer there.
    const newer = table === 'opportunity' ? sql`, version = version + 1` : sql``;
    await sql`update ${sql.table(table)} set person_id = ${into} ${newer} where workspace_id = ${tx.workspaceId} and person_id = ${from}`.execute(
      tx.db,
    );
  }
  await sql`
    insert into person_organisation (workspace_id, person_id, organisation_id, title)
    select workspace_id, ${into}::uuid, organisation_id, title from person_organisation where workspace_id = ${tx.workspaceId} and person_id = ${from} on conflict do nothing`.execute(
    tx.db,
  );
}

/** What stands on a person, and forbids deleting. */
export async function standsOn(tx: Tx, personId: string): Promise<{ opportunities: number; moments: number }> {
  const { rows } = await sql<{ opportunities: number; moments: number }>`
    select (select count(*)::int from opportunity where workspace_id = ${tx.workspaceId} and person_id = ${personId}) as opportunities,
      (select count(*)::int from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId}) as moments`.execute(
    tx.db,
  );
  return rows[0] ?? { opportunities: 0, moments: 0 };
}

export async function deleteEventsAndPromises(tx: Tx, personId: string): Promise<void> {
  await sql`delete from event where workspace_id = ${tx.workspaceId} and person_id = ${personId}`.execute(tx.db);
  await sql`delete from promise where workspace_id = ${tx.workspaceId} and person_id = ${personId}`.execute(tx.db);
}
