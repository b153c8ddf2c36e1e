import { type Selectable, sql } from 'kysely';
import type { BulkRow } from '#core/bulk/bulk-act';
import type { OpportunityFacts } from '#core/opportunity/facts';
import type { BulkRunTable } from './list-tables.ts';
import { toRow } from './opportunity.ts';
import type { Tx } from './transaction.ts';

export type BulkRunRow = Selectable<BulkRunTable>;

export async function insertBulkRun(
  tx: Tx,
  run: { id: string; memberId: string; act: BulkRunRow['act']; ids: readonly string[]; at: Date },
): Promise<void> {
  await tx.db
    .insertInto('bulk_run')
    .values({
      workspace_id: tx.workspaceId,
      id: run.id,
      member_id: run.memberId,
      act: JSON.stringify(run.act),
      opportunity_ids: [...run.ids],
      created_at: run.at,
    })
    .execute();
}

export async function lockBulkRun(tx: Tx, id: string): Promise<BulkRunRow | undefined> {
  return tx.db
    .selectFrom('bulk_run')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findBulkRun(tx: Tx, id: string): Promise<BulkRunRow | undefined> {
  return tx.db
    .selectFrom('bulk_run')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function goOnWithBulkRun(
  tx: Tx,
  id: string,
  values: { position: number; done: number; refused: Readonly<Record<string, number>>; changeIds: readonly string[] },
): Promise<void> {
  await tx.db
    .updateTable('bulk_run')
    .set({
      position: values.position,
      done: values.done,
      refused: JSON.stringify(values.refused),
      change_ids: [...values.changeIds],
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export type BulkPreviewRow = BulkRow & { id: string; name: string };

/** What a preview asks of each: one statement, by id. Those that are gone are left out. */
export async function previewRows(tx: Tx, ids: readonly string[]): Promise<BulkPreviewRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<BulkPreviewRow>`
    select o.id, o.state, o.assignee_id as "assigneeId", o.stage, o.pace, o.next_at is not null as agreed, p.restricted_on is not null as restricted, coalesce(p.name, g.name, o.title) as name
    from opportunity o
    left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
    where o.workspace_id = ${tx.workspaceId} and o.id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return rows;
}

/**
 * Many opportunities in one statement, as updateOpportunity does one: all of each row at once, so that `open ⇔ next moment` holds at every
 * instant. Answers the new versions.
 */
export async function updateOpportunities(
  tx: Tx,
  many: readonly OpportunityFacts[],
  averageValue: number,
): Promise<Map<string, number>> {
  if (many.length === 0) return new Map();
  const written = many.map((facts) => toRow(facts, averageValue));
  const columns = Object.keys(written[0] ?? {}).filter((column) => column !== 'id');
  const { rows } = await sql<{ id: string; version: number }>`
    update opportunity o set (${sql.join(columns.map((column) => sql.ref(column)))}, version) =
      (select ${sql.join(columns.map((column) => sql.ref(`x.${column}`)))}, o.version + 1)
    from jsonb_populate_recordset(null::opportunity, ${JSON.stringify(written)}::jsonb) as x
    where o.workspace_id = ${tx.workspaceId} and o.id = x.id returning o.id, o.version`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.version]));
}

export async function forgetOldRuns(tx: Tx, before: Date): Promise<void> {
  await tx.db
    .deleteFrom('bulk_run')
    .where('workspace_id', '=', tx.workspaceId)
    .where('created_at', '<', before)
    .execute();
}
