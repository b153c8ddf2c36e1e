import { withClient, type Clone } from './clone-database.ts';

/** Written beside the answer, or by whoever asks: no effect of a request. */
const leftOut: ReadonlySet<string> = new Set(['auth.rateLimit', 'public.migration']);

/**
 * Every row of every table, of all workspaces, as text in a fixed order: two of these are equal when nothing was changed. Read past all
 * walls. Without `last_used_at` of a token, which says that somebody asked, not what.
 */
export async function snapshotOf(clone: Clone): Promise<string[]> {
  return withClient({ ...clone.superuser, database: clone.name }, async (client) => {
    const tables = await client.query<{ schema: string; name: string }>(
      `select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'auth')`,
    );
    const reads = tables.rows
      .filter(({ schema, name }) => !leftOut.has(`${schema}.${name}`))
      .map(({ schema, name }) => {
        const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
        return `select '${name} ' || (to_jsonb(t) - 'last_used_at')::text as row from ${table} t`;
      });
    const { rows } = await client.query<{ row: string }>(`${reads.join(' union all ')} order by 1`);
    return rows.map(({ row }) => row);
  });
}
