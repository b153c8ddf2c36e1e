import { type Selectable, sql, type Updateable } from 'kysely';
import type { TipTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type TipRow = Selectable<TipTable>;

export async function insertTip(tx: Tx, row: { id: string; member_id: string; created_at: Date }): Promise<TipRow> {
  return tx.db
    .insertInto('tip')
    .values({ ...row, workspace_id: tx.workspaceId, send_at: null, sent_at: null, recipients: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findTip(tx: Tx, id: string): Promise<TipRow | undefined> {
  return tx.db
    .selectFrom('tip')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function lockTip(tx: Tx, id: string): Promise<TipRow | undefined> {
  return tx.db
    .selectFrom('tip')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateTip(
  tx: Tx,
  id: string,
  change: Updateable<Pick<TipTable, 'state' | 'send_at' | 'sent_at' | 'recipients'>>,
): Promise<TipRow> {
  return tx.db
    .updateTable('tip')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteTip(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('tip').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** The newest first. */
export async function listTips(tx: Tx, most: number): Promise<TipRow[]> {
  return tx.db
    .selectFrom('tip')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** The archive: what was sent, the newest first. */
export async function sentTips(tx: Tx, most: number): Promise<TipRow[]> {
  return tx.db
    .selectFrom('tip')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', sql.lit('sent'))
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** One whose time has come, locked. */
export async function takeDueTip(tx: Tx, at: Date): Promise<TipRow | undefined> {
  return tx.db
    .selectFrom('tip')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', sql.lit('scheduled'))
    .where('send_at', '<=', at)
    .orderBy('send_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}
