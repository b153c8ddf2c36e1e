import { type Selectable, sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { SuppressionTable } from './privacy-tables.ts';
import type { Tx } from './transaction.ts';

export type SuppressionRow = Selectable<SuppressionTable>;

/** Who objected with one of these addresses; the first entry for each hash. */
export async function suppressionsOf(tx: Tx, hashes: readonly string[]): Promise<SuppressionRow[]> {
  if (hashes.length === 0) return [];
  return tx.db
    .selectFrom('suppression')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`hash = any(${[...hashes]}::text[])`)
    .orderBy('id')
    .execute();
}

export async function hasSuppressions(tx: Tx): Promise<boolean> {
  const row = await tx.db
    .selectFrom('suppression')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many people and how many addresses are on the list. */
export async function countSuppressions(tx: Tx): Promise<{ people: number; addresses: number }> {
  const { rows } = await sql<{ people: number; addresses: number }>`
    select count(distinct subject_id)::int as people, count(*)::int as addresses from suppression where workspace_id = ${tx.workspaceId}`.execute(
    tx.db,
  );
  return rows[0] ?? { people: 0, addresses: 0 };
}

/** An address that is there already stays as it is: the first objection counts. */
export async function insertSuppressions(tx: Tx, rows: readonly Omit<SuppressionRow, 'workspace_id'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('suppression')
    .values(rows.map((row) => ({ workspace_id: tx.workspaceId, ...row })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'hash']).doNothing())
    .execute();
}

export async function deleteSuppressions(
  tx: Tx,
  of: { subjects: readonly string[]; hashes: readonly string[] },
): Promise<void> {
  await sql`
    delete from suppression where workspace_id = ${tx.workspaceId}
      and (subject_id = any(${[...of.subjects]}::uuid[]) or hash = any(${[...of.hashes]}::text[]))`.execute(tx.db);
}

/** Who came back as a new person with one of these entries (person.suppressed_by). */
export async function personSuppressedBy(tx: Tx, subjectId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('suppressed_by', '=', subjectId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export async function deleteAllSuppressions(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('suppression').where('workspace_id', '=', tx.workspaceId).execute();
}

type Objecting = { id: string; email_key: string | null; phone: string | null; objected_on: Day };

/** Who objects, with the addresses they have, the next `limit` by id. */
export async function objectingAfter(tx: Tx, afterId: string, limit: number): Promise<Objecting[]> {
  const { rows } = await sql<Objecting>`
    select id, email_key, phone, objected_on from person
    where workspace_id = ${tx.workspaceId} and objected_on is not null and id > ${afterId}::uuid order by id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}
