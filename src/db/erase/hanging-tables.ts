import { sql } from 'kysely';
import { referenceOrder } from '../backup/reference-order.ts';
import type { Tx } from '../transaction.ts';
import { apart } from './cover.ts';

/** Tables that refer to a person, each with the column that does; who refers to another of them comes before it, as rows are deleted. */
export async function hangingTables(tx: Tx): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string; refersTo: string[] }>`
    select c.relname as table, a.attname as column,
      array(select d.relname::text from pg_constraint g join pg_class d on d.oid = g.confrelid where g.conrelid = c.oid and g.contype = 'f') as "refersTo"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(f.conkey) and a.attname <> 'workspace_id'
    -- Those of the search have no grant: they go by a function.
    where f.contype = 'f' and f.confrelid = 'person'::regclass and c.relforcerowsecurity`.execute(tx.db);
  const own = rows.filter((row) => !apart.has(row.table));
  const references = own.flatMap((row) => row.refersTo.map((to) => ({ from: row.table, to })));
  const order = referenceOrder([...new Set(own.map((row) => row.table))], references).toReversed();
  return own
    .map(({ table, column }) => ({ table, column }))
    .toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
}
