import { sql } from 'kysely';
import { SALES_LOOKED_AT } from '#core/persistence/average-sale';
import type { Tx } from './transaction.ts';
import type { WorkspaceRow } from './workspace.ts';

/** Before every id. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Locked against whoever else moves the average or changes a setting; rows that refer to the workspace are made all the same. */
export async function lockWorkspace(tx: Tx): Promise<WorkspaceRow> {
  return tx.db
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', tx.workspaceId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The amounts of the newest sales that have one, the oldest of them first; those without a day count as oldest. */
export async function newestSales(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ value: number }>`
    select value from opportunity where workspace_id = ${tx.workspaceId} and state = 'won' and value is not null
    order by ended_on desc nulls last, id desc limit ${SALES_LOOKED_AT}`.execute(tx.db);
  return rows.map((row) => row.value).toReversed();
}

export type LearnedAverage = { average: number; sales: number };

/** What counts from now on (null: the guess alone); `rank`: everything without an amount is to be ranked anew with it. */
export async function keepAverage(
  tx: Tx,
  { learned, at, rank }: { learned: LearnedAverage | null; at: Date; rank: boolean },
): Promise<WorkspaceRow> {
  return tx.db
    .updateTable('workspace')
    .set({
      learned_average: learned?.average ?? null,
      learned_sales: learned?.sales ?? null,
      learned_at: at,
      ...(rank && { ranked_until: beforeAll }),
    })
    .where('id', '=', tx.workspaceId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What was written with another average than counts now (an import, begun before it moved) is to be ranked anew. */
export async function rankAllAnew(tx: Tx): Promise<void> {
  await tx.db.updateTable('workspace').set({ ranked_until: beforeAll }).where('id', '=', tx.workspaceId).execute();
}

/** Something ended, was corrected, taken back or brought in since then. */
export async function changedSince(tx: Tx, at: Date): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select exists (select from change where workspace_id = ${tx.workspaceId} and (created_at >= ${at} or undone_at >= ${at}))
      or exists (select from import where workspace_id = ${tx.workspaceId} and (committed_at >= ${at} or undone_at >= ${at})) as changed`.execute(
    tx.db,
  );
  return rows[0]?.changed ?? false;
}
