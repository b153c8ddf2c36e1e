import { sql } from 'kysely';
import type { Tx } from './transaction.ts';
import type { Tables } from './tables.ts';

type Bulk = 'organisation' | 'person' | 'person_organisation' | 'opportunity' | 'moment' | 'event' | 'import_touched';

/**
 * Many rows in one statement: one JSON parameter that the server takes apart, which costs a third of a parameter for each cell.
 * Every row has the same columns, those of the first.
 */
export async function insertMany<T extends Bulk>(
  tx: Tx,
  table: T,
  rows: readonly Readonly<Partial<Record<Extract<keyof Tables[T], string>, unknown>>>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = [...Object.keys(first), 'workspace_id'];
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const values = JSON.stringify(rows.map((row) => ({ ...row, workspace_id: tx.workspaceId })));
  // A link may be there already; anything else twice is a fault.
  const twice = table === 'person_organisation' ? sql`on conflict do nothing` : sql``;
  await sql`
    insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${values}::jsonb) ${twice}`.execute(tx.db);
}
