import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Which of these moments are there already. */
export async function presentMoments(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom('moment')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The newest open opportunity of each person. */
export async function openOpportunitiesOfPersons(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; personId: string }>`
    select distinct on (person_id) id, person_id as "personId" from opportunity
    where workspace_id = ${tx.workspaceId} and person_id = any(${personIds}::uuid[]) and state = 'open' order by person_id, created_on desc, id desc`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.personId, row.id]));
}

export async function markImported(
  tx: Tx,
  opportunityId: string,
  importId: string,
  externalKey: string | null,
): Promise<void> {
  await tx.db
    .updateTable('opportunity')
    .set({ import_id: importId, external_key: externalKey })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', opportunityId)
    .execute();
}
