import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { toDay } from '#core/day/day';
import type { Running } from '#core/outlook/receipts';
import type { ContractTable } from './outlook-tables.ts';
import type { Tx } from './transaction.ts';

export type ContractRow = Selectable<ContractTable>;

export function toRunning(row: ContractRow): Running {
  return {
    amount: row.amount,
    from: toDay(row.from_on),
    until: row.until_on === null ? null : toDay(row.until_on),
    renews: row.renews,
    noticeMonths: row.notice_months,
  };
}

/** By customer. */
export async function allContracts(tx: Tx): Promise<ContractRow[]> {
  return tx.db
    .selectFrom('contract')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('customer')
    .orderBy('id')
    .execute();
}

/** Locked in id order, against deadlocks. */
export async function lockContracts(tx: Tx, ids: readonly string[]): Promise<ContractRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('contract')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertContract(
  tx: Tx,
  contract: Omit<Insertable<ContractTable>, 'workspace_id'>,
): Promise<ContractRow> {
  return tx.db
    .insertInto('contract')
    .values({ ...contract, workspace_id: tx.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateContract(tx: Tx, id: string, values: Updateable<ContractTable>): Promise<ContractRow> {
  return tx.db
    .updateTable('contract')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteContracts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('contract').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Puts a stored image back, also of one that was removed. The version goes on. */
export async function restoreContract(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    insert into contract (workspace_id, id, customer, amount, from_on, until_on, renews, notice_months, version, created_at)
    select ${tx.workspaceId}::uuid, i.id, i.customer, i.amount, i.from_on, i.until_on, i.renews, i.notice_months, i.version + 2, i.created_at
    from jsonb_populate_record(null::contract, ${JSON.stringify(image)}::jsonb) as i
    on conflict (workspace_id, id) do update set customer = excluded.customer, amount = excluded.amount, from_on = excluded.from_on,
      until_on = excluded.until_on, renews = excluded.renews, notice_months = excluded.notice_months, version = excluded.version`.execute(
    tx.db,
  );
}
