import { type Selectable, sql } from 'kysely';
import type { Databases } from './connect.ts';
import type { MailboxFolderTable, MailboxTable } from './mailbox-tables.ts';
import type { Tx } from './transaction.ts';

export type MailboxRow = Selectable<MailboxTable>;
export type FolderRow = Selectable<MailboxFolderTable>;
export type WatchedMailbox = { workspaceId: string; id: string; memberId: string; version: number };

/** Over all workspaces: which there are to watch. */
export async function mailboxesToWatch({ app }: Databases, most: number): Promise<WatchedMailbox[]> {
  const { rows } = await app.query<WatchedMailbox>(
    'select workspace_id as "workspaceId", id, member_id as "memberId", version from mailboxes_to_watch($1)',
    [most],
  );
  return rows;
}

export async function mailboxOf(tx: Tx, memberId: string): Promise<MailboxRow | null> {
  const row = await tx.db
    .selectFrom('mailbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row ?? null;
}

export type MailboxValues = Omit<Partial<MailboxRow>, 'workspace_id' | 'id' | 'member_id' | 'version' | 'created_at'>;

export async function insertMailbox(
  tx: Tx,
  mailbox: Pick<
    MailboxRow,
    | 'id'
    | 'member_id'
    | 'address'
    | 'auth'
    | 'user_name'
    | 'imap_host'
    | 'imap_port'
    | 'imap_security'
    | 'smtp_host'
    | 'smtp_port'
    | 'smtp_security'
    | 'keeps_sent'
    | 'created_at'
  >,
): Promise<void> {
  await tx.db
    .insertInto('mailbox')
    .values({ workspace_id: tx.workspaceId, ...mailbox })
    .execute();
}

/** What the member chose; a newer version, so that whoever watches it begins anew. False: it was changed since. */
export async function changeMailbox(tx: Tx, id: string, version: number, values: MailboxValues): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('mailbox')
    .set({ ...values, version: version + 1 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What the watcher found: no newer version. */
export async function noteMailbox(tx: Tx, id: string, values: MailboxValues): Promise<void> {
  await tx.db
    .updateTable('mailbox')
    .set(values)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteMailbox(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('mailbox').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

export async function foldersOf(tx: Tx, mailboxId: string): Promise<FolderRow[]> {
  return tx.db
    .selectFrom('mailbox_folder')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('mailbox_id', '=', mailboxId)
    .orderBy('path')
    .execute();
}

export async function saveFolder(tx: Tx, folder: Omit<FolderRow, 'workspace_id'>): Promise<void> {
  const { id: _, mailbox_id: _m, path: _p, ...values } = folder;
  await tx.db
    .insertInto('mailbox_folder')
    .values({ workspace_id: tx.workspaceId, ...folder })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'mailbox_id', 'path']).doUpdateSet(values))
    .execute();
}

/** Folders that are not there any more, or are left out. */
export async function forgetFolders(tx: Tx, mailboxId: string, except: readonly string[]): Promise<void> {
  await sql`
    delete from mailbox_folder where workspace_id = ${tx.workspaceId} and mailbox_id = ${mailboxId} and path <> all(${[...except]}::text[])`.execute(
    tx.db,
  );
}

/** The addresses that a member writes from: of their mailbox, their colleagues' and their sign-in. */
export async function ownAddresses(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(address) as address from mailbox where workspace_id = ${tx.workspaceId}
    union select lower(email) from member where workspace_id = ${tx.workspaceId} and email is not null`.execute(tx.db);
  return rows.map((row) => row.address);
}
