import { sql } from 'kysely';
import type { CustomValues, FieldOwner } from '#core/custom-field/custom-field';
import type { Tx } from './transaction.ts';

/** Answers the new version. */
export async function writeCustom(tx: Tx, of: FieldOwner, id: string, values: CustomValues): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update ${sql.table(of)} set custom = ${JSON.stringify(values)}::jsonb, version = version + 1
    where workspace_id = ${tx.workspaceId} and id = ${id} returning version`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error('the record whose fields are written is gone');
  return row.version;
}

/** Takes a field away from every record that has it; or only where it is this choice. */
export async function forgetField(tx: Tx, of: FieldOwner, field: string, choice: string | null): Promise<void> {
  await sql`
    update ${sql.table(of)} set custom = custom - ${field}::text, version = version + 1
    where workspace_id = ${tx.workspaceId} and id = any(array(
      select record_id from custom_value where workspace_id = ${tx.workspaceId} and field = ${field}
        ${choice === null ? sql`` : sql`and words = lower(${choice})`}))`.execute(tx.db);
}

/** A filter on one field: is it, lies between, or has any value. */
export type FieldFilter = {
  field: string;
  is: string | null;
  from: string | number | null;
  to: string | number | null;
};

/** Records for which the filter holds, by the index of values. `record`: the id that is asked about. */
export function fieldHolds(
  tx: Tx,
  record: ReturnType<typeof sql.ref>,
  filter: FieldFilter,
): ReturnType<typeof sql<boolean>> {
  const bounds = [
    ...(filter.is === null ? [] : [sql`v.words = ${filter.is.toLowerCase().slice(0, 200)}`]),
    ...bound(filter.from, '>='),
    ...bound(filter.to, '<='),
  ];
  const all = bounds.length === 0 ? sql`true` : sql.join(bounds, sql` and `);
  return sql<boolean>`exists (
    select from custom_value v where v.workspace_id = ${tx.workspaceId} and v.record_id = ${record} and v.field = ${filter.field} and ${all})`;
}

function bound(value: string | number | null, sign: '>=' | '<='): ReturnType<typeof sql>[] {
  if (value === null) return [];
  const than = sql.raw(sign);
  return [typeof value === 'number' ? sql`v.number ${than} ${value}::float8` : sql`v.words ${than} ${value}`];
}
