import { type Insertable, type Selectable, sql } from 'kysely';
import type { SignUpTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type SignUpRow = Selectable<SignUpTable>;

export async function insertSignUp(
  tx: Tx,
  row: Omit<Insertable<SignUpTable>, 'workspace_id' | 'handled_at' | 'mailed_at' | 'confirmed_at' | 'subscriber_id'>,
): Promise<void> {
  await tx.db
    .insertInto('sign_up')
    .values({ ...row, workspace_id: tx.workspaceId })
    .execute();
}

/** Those that nobody worked on yet, the oldest first, locked; what another process works on is passed over. */
export async function takeSignUps(tx: Tx, most: number): Promise<SignUpRow[]> {
  return tx.db
    .selectFrom('sign_up')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('handled_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function signUpWasHandled(tx: Tx, id: string, at: Date, mailed: boolean): Promise<void> {
  await tx.db
    .updateTable('sign_up')
    .set({ handled_at: at, mailed_at: mailed ? at : null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How many mails went since: to this address, and in all. */
export async function mailedSince(tx: Tx, emailKey: string, since: Date): Promise<{ address: number; all: number }> {
  const { rows } = await sql<{ address: number; all: number }>`
    select count(*) filter (where email_key = ${emailKey})::int as address, count(*)::int as "all" from sign_up
    where workspace_id = ${tx.workspaceId} and mailed_at > ${since}`.execute(tx.db);
  return rows[0] ?? { address: 0, all: 0 };
}

export async function lockSignUp(tx: Tx, id: string): Promise<SignUpRow | undefined> {
  return tx.db
    .selectFrom('sign_up')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function signUpWasConfirmed(tx: Tx, id: string, subscriberId: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('sign_up')
    .set({ confirmed_at: at, subscriber_id: subscriberId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Unconfirmed from before. Their links go with them. Answers how many. */
export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('sign_up')
    .where('workspace_id', '=', tx.workspaceId)
    .where('confirmed_at', 'is', null)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Of a subscriber, the newest first: what they confirmed. */
export async function signUpsOf(tx: Tx, subscriberId: string): Promise<SignUpRow[]> {
  return tx.db
    .selectFrom('sign_up')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id', 'desc')
    .limit(sql.lit(50))
    .execute();
}

export async function countUnconfirmed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from sign_up where workspace_id = ${tx.workspaceId} and confirmed_at is null`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}
