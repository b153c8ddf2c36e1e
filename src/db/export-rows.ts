import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * What a workspace's export holds, in this order (each after those it refers to, so that it comes back in it), each with the columns of its key. Not in it: counters and search, which follow from the
 * rest (`aanhouder verify`), and answers kept for repeated requests.
 */
export const exportedTables = [
  { name: 'workspace', key: ['id'] },
  { name: 'team', key: ['id'] },
  { name: 'member', key: ['id'] },
  { name: 'day_off', key: ['id'] },
  { name: 'organisation', key: ['id'] },
  { name: 'person', key: ['id'] },
  { name: 'consent', key: ['id'] },
  { name: 'permission_override', key: ['id'] },
  { name: 'person_organisation', key: ['person_id', 'organisation_id'] },
  { name: 'opportunity', key: ['id'] },
  { name: 'appointment', key: ['id'] },
  { name: 'moment', key: ['id'] },
  { name: 'event', key: ['id'] },
  { name: 'mailbox', key: ['id'] },
  { name: 'mail', key: ['id'] },
  // Large rows: few at a time.
  { name: 'mail_file', key: ['id'], page: 10 },
  { name: 'person_file', key: ['id'] },
  { name: 'person_file_part', key: ['id'], page: 20 },
  { name: 'promise', key: ['id'] },
  { name: 'important_day', key: ['id'] },
  { name: 'tag', key: ['id'] },
  { name: 'person_tag', key: ['person_id', 'tag_id'] },
  { name: 'connection', key: ['id'] },
  { name: 'prospecting', key: ['id'] },
  { name: 'need', key: ['id'] },
  { name: 'contract', key: ['id'] },
  { name: 'saved_view', key: ['id'] },
  { name: 'bulk_run', key: ['id'] },
  { name: 'not_duplicate', key: ['first_id', 'second_id'] },
  { name: 'change', key: ['id'] },
  { name: 'change_record', key: ['record_id', 'change_id'] },
  { name: 'import', key: ['id'] },
  { name: 'import_touched', key: ['import_id', 'person_id'] },
  { name: 'import_changed', key: ['import_id', 'opportunity_id'] },
  { name: 'push_choice', key: ['member_id'] },
  { name: 'privacy', key: ['workspace_id'] },
  { name: 'suppression', key: ['id'] },
  { name: 'hold', key: ['id'] },
  { name: 'erasure', key: ['id'] },
  { name: 'rights_request', key: ['id'] },
  { name: 'clearing', key: ['id'] },
  { name: 'rights_log', key: ['id'] },
  { name: 'public_page', key: ['workspace_id'] },
  { name: 'tip', key: ['id'] },
  { name: 'public_text', key: ['id'] },
  { name: 'subscriber', key: ['id'] },
  { name: 'sign_up', key: ['id'] },
  { name: 'lesson_progress', key: ['id'] },
  { name: 'contact_request', key: ['id'] },
  { name: 'outbox', key: ['id'] },
  { name: 'mail_choice', key: ['id'] },
  { name: 'mail_template', key: ['id'] },
] as const;
export type ExportedTable = (typeof exportedTables)[number];

/**
 * The workspace itself says whose it is, the bytes of an upload are kept for a week only, and with the key anybody could try addresses. A
 * public page comes back without its address, which another company may have by then, and so it is off.
 */
const leftOut: ReadonlySet<string> = new Set([
  'workspace_id',
  'import.content',
  'privacy.suppression_key',
  'public_page.slug',
  'public_page.is_on',
]);
const pageRows = 2000;

export type ExportFacts = { schema: number; counts: Readonly<Record<string, number>> };

/** How many migrations made these tables, and how many rows each has. */
export async function exportFacts(tx: Tx): Promise<ExportFacts> {
  const schema = await schemaOf(tx);
  const counts: Record<string, number> = {};
  for (const table of exportedTables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table.name)} where ${workspaceOf(table)} = ${tx.workspaceId}`.execute(
      tx.db,
    );
    counts[table.name] = rows[0]?.count ?? 0;
  }
  return { schema, counts };
}

/** How many migrations made these tables. */
export async function schemaOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from migration`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

/**
 * The rows of a table as JSON objects (`{"table":"person","id":…}`), fields in the order of the columns, rows in the order of their key,
 * a page at a time. Days as yyyy-mm-dd, instants in UTC.
 */
export async function* exportRows(tx: Tx, table: ExportedTable): AsyncGenerator<string[], void, undefined> {
  await sql`set local time zone 'UTC'`.execute(tx.db);
  const key = sql.join(table.key.map((column) => sql.ref(`t.${column}`)));
  const fields = sql.join((await columnsOf(tx, table)).map((column) => sql.ref(`t.${column}`)));
  const most: number = 'page' in table ? table.page : pageRows;
  const head = `{"table":"${table.name}",`;
  let after: readonly string[] | null = null;
  for (;;) {
    const later: ReturnType<typeof sql> = after === null ? sql`true` : sql`(${key}) > (${sql.join(after.map(uuid))})`;
    const { rows } = await sql<{ line: string; key: string[] }>`
      select ${head}::text || substr(row_to_json(r)::text, 2) as line, k as key from (
        select t.*, array[${key}]::text[] as k from ${sql.table(table.name)} t
        where t.${workspaceOf(table)} = ${tx.workspaceId} and ${later}
        order by ${key} limit ${most}
      ) t, lateral (select ${fields}) r order by ${key}`.execute(tx.db);
    if (rows.length > 0) yield rows.map((row) => row.line);
    if (rows.length < most) return;
    after = rows.at(-1)?.key ?? null;
  }
}

const uuid = (id: string) => sql`${id}::uuid`;
export const workspaceOf = (table: ExportedTable) => sql.ref(table.name === 'workspace' ? 'id' : 'workspace_id');

/** Those that are exported, as the migrations made them; not those that the database computes. */
export async function columnsOf(tx: Tx, table: ExportedTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table.name}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    tx.db,
  );
  return rows.map((row) => row.name).filter((name) => !leftOut.has(name) && !leftOut.has(`${table.name}.${name}`));
}
