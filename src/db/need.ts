import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { toDay } from '#core/day/day';
import type { Need } from '#core/outlook/need';
import type { NeedTable } from './outlook-tables.ts';
import type { Tx } from './transaction.ts';

export type NeedRow = Selectable<NeedTable>;

export function toNeed(row: NeedRow): Need {
  const { id, kind, name, amount, every } = row;
  return {
    id,
    kind,
    name,
    amount,
    every,
    from: toDay(row.from_on),
    until: row.until_on === null ? null : toDay(row.until_on),
  };
}

export async function allNeeds(tx: Tx): Promise<NeedRow[]> {
  return tx.db.selectFrom('need').selectAll().where('workspace_id', '=', tx.workspaceId).execute();
}

/** Locked in id order, against deadlocks. */
export async function lockNeeds(tx: Tx, ids: readonly string[]): Promise<NeedRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('need')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertNeed(tx: Tx, need: Omit<Insertable<NeedTable>, 'workspace_id'>): Promise<NeedRow> {
  return tx.db
    .insertInto('need')
    .values({ ...need, workspace_id: tx.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateNeed(tx: Tx, id: string, values: Updateable<NeedTable>): Promise<NeedRow> {
  return tx.db
    .updateTable('need')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteNeeds(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('need').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Puts a stored image back, also of one that was removed. The version goes on. */
export async function restoreNeed(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    insert into need (workspace_id, id, kind, name, amount, every, from_on, until_on, version, created_at)
    select ${tx.workspaceId}::uuid, i.id, i.kind, i.name, i.amount, i.every, i.from_on, i.until_on, i.version + 2, i.created_at
    from jsonb_populate_record(null::need, ${JSON.stringify(image)}::jsonb) as i
    on conflict (workspace_id, id) do update set kind = excluded.kind, name = excluded.name, amount = excluded.amount,
      every = excluded.every, from_on = excluded.from_on, until_on = excluded.until_on, version = excluded.version`.execute(
    tx.db,
  );
}
