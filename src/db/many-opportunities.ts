import { sql } from 'kysely';
import type { MomentRow } from './moment.ts';
import type { PersonRow } from './person.ts';
import type { Tx } from './transaction.ts';

/** The moments that count of many opportunities, in one statement. */
export async function momentsOfMany(tx: Tx, ids: readonly string[]): Promise<Map<string, MomentRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('moment')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`opportunity_id = any(${[...ids]}::uuid[])`)
    .where('void_at', 'is', null)
    .execute();
  const byOpportunity = new Map<string, MomentRow[]>();
  for (const row of rows) {
    if (row.opportunity_id === null) continue;
    const list = byOpportunity.get(row.opportunity_id);
    if (list) list.push(row);
    else byOpportunity.set(row.opportunity_id, [row]);
  }
  return byOpportunity;
}

export async function personsOfMany(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
