import { withClient, type Clone } from './clone-database.ts';

const tables = [
  'counter_total',
  'counter_day',
  'counter_index',
  'counter_pending',
  'counter_missed',
  'counter_minutes',
  'counter_prospecting',
];

/** Every counter of a workspace, as text in a fixed order. */
export async function countersOf(clone: Clone, workspaceId: string): Promise<string[]> {
  return withClient({ ...clone.superuser, database: clone.name }, async (client) => {
    const reads = tables.map(
      (table) => `select '${table} ' || to_jsonb(t)::text as row from ${table} t where workspace_id = $1`,
    );
    const { rows } = await client.query<{ row: string }>(`${reads.join(' union all ')} order by 1`, [workspaceId]);
    return rows.map(({ row }) => row);
  });
}
