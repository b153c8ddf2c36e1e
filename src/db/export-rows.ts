import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * What a workspace's export holds, in this order, each with the columns of its key. Not in it: counters and search, which follow from the
 * rest (`aanhouder verify`), and answers kept for repeated requests.
 */
export const exportedTables = {
  workspace: ['id'],
  team: ['id'],
  member: ['id'],
  day_off: ['id'],
  organisation: ['id'],
  person: ['id'],
  person_organisation: ['person_id', 'organisation_id'],
  opportunity: ['id'],
  moment: ['id'],
  event: ['id'],
  promise: ['id'],
  change: ['id'],
  change_record: ['record_id', 'change_id'],
  import: ['id'],
  import_touched: ['import_id', 'person_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ExportedTable = keyof typeof exportedTables;

/** The workspace itself says whose it is, and the bytes of an upload are kept for a week only. */
const leftOut: ReadonlySet<string> = new Set(['workspace_id', 'import.content']);
const pageRows = 2000;

export type ExportFacts = { schema: number; counts: Record<ExportedTable, number> };

export async function exportFacts(tx: Tx): Promise<ExportFacts> {
  const schema = await sql<{ count: number }>`select count(*)::int as count from migration`.execute(tx.db);
  const counts = await Promise.all(
    tableNames.map(async (table) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(table)} where ${ownerOf(table)} = ${tx.workspaceId}`.execute(tx.db);
      return [table, rows[0]?.count ?? 0] as const;
    }),
  );
  const byTable = new Map<string, number>(counts);
  const of = (table: ExportedTable) => [table, byTable.get(table) ?? 0] as const;
  return { schema: schema.rows[0]?.count ?? 0, counts: fromEntries(tableNames.map(of)) };
}

export const tableNames: readonly ExportedTable[] = keysOf(exportedTables);

/**
 * The rows of a table as JSON objects (`{"table":"person","id":…}`), fields in the order of the columns, rows in the order of their key,
 * a page at a time. Days as yyyy-mm-dd, instants in UTC.
 */
export async function* exportRows(tx: Tx, table: ExportedTable): AsyncGenerator<string[], void, undefined> {
  await sql`set local time zone 'UTC'`.execute(tx.db);
  const keys = exportedTables[table];
  const key = sql.join(keys.map((column) => sql.ref(`t.${column}`)));
  const fields = sql.join((await columnsOf(tx, table)).map((column) => sql.ref(`t.${column}`)));
  const head = `{"table":"${table}",`;
  let after: readonly string[] | null = null;
  for (;;) {
    const later: ReturnType<typeof sql> = after === null ? sql`true` : sql`(${key}) > (${sql.join(after.map(uuid))})`;
    const { rows } = await sql<{ line: string; key: string[] }>`
      select ${head}::text || substr(row_to_json(r)::text, 2) as line, k as key from (
        select t.*, array[${key}]::text[] as k from ${sql.table(table)} t
        where t.${sql.ref(table === 'workspace' ? 'id' : 'workspace_id')} = ${tx.workspaceId} and ${later}
        order by ${key} limit ${pageRows}
      ) t, lateral (select ${fields}) r order by ${key}`.execute(tx.db);
    if (rows.length > 0) yield rows.map((row) => row.line);
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.key ?? null;
  }
}

const uuid = (id: string) => sql`${id}::uuid`;
const ownerOf = (table: ExportedTable) => sql.ref(table === 'workspace' ? 'id' : 'workspace_id');

/** As the migrations made them; not those that the database computes. */
async function columnsOf(tx: Tx, table: ExportedTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    tx.db,
  );
  return rows.map((row) => row.name).filter((name) => !leftOut.has(name) && !leftOut.has(`${table}.${name}`));
}

function keysOf<K extends string>(of: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(of) as K[];
}

function fromEntries<K extends string, V>(entries: readonly (readonly [K, V])[]): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>;
}
