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

/**
 * For a transaction of many rows: a check of a foreign key is a statement too, one for each row, and the embedded server plans every
 * statement anew (server-settings.ts: 120 µs a check against 5). Called now and then, as what is planned on a small table is slow on the
 * large one that it becomes: of two indexes that seem equal at 1,000 persons the wrong one was taken, which made 45,000 take a minute.
 */
export async function planOnce(tx: Tx): Promise<void> {
  await Promise.all([sql`set local plan_cache_mode = auto`.execute(tx.db), sql`discard plans`.execute(tx.db)]);
}
