import { type Insertable, type Selectable, sql } from 'kysely';
import type { ContactRequestTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type ContactRequestRow = Selectable<ContactRequestTable>;

export async function insertContactRequest(
  tx: Tx,
  row: Omit<Insertable<ContactRequestTable>, 'workspace_id' | 'handled_at' | 'person_id' | 'opportunity_id'>,
): Promise<void> {
  await tx.db
    .insertInto('contact_request')
    .values({ ...row, workspace_id: tx.workspaceId })
    .execute();
}

export async function nextContactRequest(tx: Tx): Promise<ContactRequestRow | undefined> {
  return tx.db
    .selectFrom('contact_request')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('handled_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function contactRequestWasHandled(
  tx: Tx,
  id: string,
  at: Date,
  place: { personId: string | null; opportunityId: string | null },
): Promise<void> {
  await tx.db
    .updateTable('contact_request')
    .set({ handled_at: at, person_id: place.personId, opportunity_id: place.opportunityId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function listContactRequests(tx: Tx, most: number): Promise<ContactRequestRow[]> {
  return tx.db
    .selectFrom('contact_request')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** The newest opportunity of a person that a message can be about: an open one first, else one that was let go. */
export async function opportunityToAnswer(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from opportunity where workspace_id = ${tx.workspaceId} and person_id = ${personId} and state in ('open', 'stopped')
    order by (state = 'open') desc, id desc limit 1`.execute(tx.db);
  return rows[0]?.id ?? null;
}

export async function hasOpportunityOf(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from opportunity where workspace_id = ${tx.workspaceId} and person_id = ${personId} limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** The opportunity that bears this key; with `id`, gives it to that one. It is the same key by which a file is taken in once. */
export async function claimNames(tx: Tx, key: string, id?: string): Promise<string | null> {
  if (id !== undefined)
    await sql`update opportunity set external_key = ${key} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
      tx.db,
    );
  const { rows } = await sql<{ id: string }>`
    select id from opportunity where workspace_id = ${tx.workspaceId} and external_key = ${key}`.execute(tx.db);
  return rows[0]?.id ?? null;
}
