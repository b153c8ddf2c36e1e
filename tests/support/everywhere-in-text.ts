import { withClient, type Clone } from './clone-database.ts';

/** In which rows of which tables one of these stands, in whatever column: text, JSON or bytes. `schema.table column`. */
export async function everywhereInText(clone: Clone, traces: readonly string[]): Promise<string[]> {
  return withClient({ ...clone.superuser, database: clone.name }, async (client) => {
    const columns = await client.query<{ schema: string; table: string; column: string; bytes: boolean }>(`
      select n.nspname as schema, c.relname as table, a.attname as column, a.atttypid = 'bytea'::regtype as bytes
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
    const found: string[] = [];
    for (const { schema, table, column, bytes } of columns.rows) {
      const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
      const value = client.escapeIdentifier(column);
      const text = bytes ? `encode(${value}, 'escape')` : `${value}::text`;
      const { rows } = await client.query<{ trace: string }>(
        `select distinct trace from ${name}, unnest($1::text[]) as trace where lower(${text}) like '%' || trace || '%'`,
        [traces],
      );
      for (const { trace } of rows) found.push(`${schema}.${table} ${column}: ${trace}`);
    }
    return found;
  });
}
