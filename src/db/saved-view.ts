import type { Selectable } from 'kysely';
import type { SavedViewTable } from './list-tables.ts';
import type { Tx } from './transaction.ts';

export type SavedViewRow = Selectable<SavedViewTable>;

/** One's own and those shared with the workspace, by name. */
export async function savedViewsOf(tx: Tx, memberId: string): Promise<SavedViewRow[]> {
  return tx.db
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) => eb.or([eb('member_id', '=', memberId), eb('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function lockSavedView(tx: Tx, id: string): Promise<SavedViewRow | undefined> {
  return tx.db
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertSavedView(
  tx: Tx,
  view: {
    id: string;
    memberId: string;
    name: string;
    shared: boolean;
    query: Readonly<Record<string, string>>;
    at: Date;
  },
): Promise<SavedViewRow> {
  return tx.db
    .insertInto('saved_view')
    .values({
      workspace_id: tx.workspaceId,
      id: view.id,
      member_id: view.memberId,
      name: view.name,
      shared: view.shared,
      query: JSON.stringify(view.query),
      created_at: view.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateSavedView(
  tx: Tx,
  id: string,
  values: { name?: string; shared?: boolean; query?: Readonly<Record<string, string>> },
): Promise<SavedViewRow> {
  const { query, ...rest } = values;
  return tx.db
    .updateTable('saved_view')
    .set((eb) => ({ ...rest, ...(query && { query: JSON.stringify(query) }), version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteSavedView(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('saved_view').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

export async function countSavedViews(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
