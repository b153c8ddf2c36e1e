import { sql } from 'kysely';
import pg from 'pg';
import { columnsOf, exportedTables, type ExportedTable, workspaceOf } from './export-rows.ts';
import type { Tx } from './transaction.ts';

/** Who signs in is not in an export: a member comes back without (usecases/export/put-export-back.ts). */
const notTaken: ReadonlySet<string> = new Set(['member.user_id']);
/** What the program writes by itself, and what a new owner may choose: it goes for what the export says. */
const notAnybodysWork = ['workspace', 'privacy', 'push_choice', 'mail_choice'] as const;

/** Held for the whole of a transaction that puts an export back: whoever writes in its name meanwhile waits, and then finds it gone. */
export async function lockMember(tx: Tx, id: string): Promise<void> {
  // Appointments come along with what is put back, and are not made again by trigger (0021-calendar.sql).
  await sql`set local app.filling = 'yes'`.execute(tx.db);
  await sql`select from member where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(tx.db);
}

/** The tables of an export of which this workspace has rows that somebody made, beside its one owner. */
export async function tablesWithRows(tx: Tx): Promise<string[]> {
  const asked = exportedTables.filter(({ name }) => !notAnybodysWork.some((one) => one === name));
  const counts = asked.map((table) => {
    const more = table.name === 'member' ? 1 : 0;
    return sql`select ${table.name}::text as name
      where exists (select from ${sql.table(table.name)} where ${workspaceOf(table)} = ${tx.workspaceId} offset ${more})`;
  });
  const { rows } = await sql<{ name: string }>`${sql.join(counts, sql` union all `)}`.execute(tx.db);
  return rows.map((row) => row.name);
}

/** Takes away what `tablesWithRows` passes over, and the owner whose place that of the export takes. */
export async function makeRoom(tx: Tx, memberId: string): Promise<void> {
  await sql`delete from privacy where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  await sql`delete from push_choice where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  await sql`delete from mail_choice where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  await sql`delete from member where workspace_id = ${tx.workspaceId} and id = ${memberId}`.execute(tx.db);
}

/** 22 and 23: a value that the type of its column, or a rule of the table, refuses. */
const brokenRule = /^2[23]/;

/** What the database says of a record that it does not take; null when it took all. The transaction is over then. */
export async function putRowsOrSay(tx: Tx, table: ExportedTable, lines: readonly string[]): Promise<string | null> {
  try {
    await putRows(tx, table, lines);
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && brokenRule.test(error.code ?? '')) return error.message;
    throw error;
  }
}

/**
 * Records of an export as they were, into this workspace: lines of JSON, of which the database itself reads the values, so that none is
 * rounded on its way. That of the workspace overwrites its settings.
 */
async function putRows(tx: Tx, table: ExportedTable, lines: readonly string[]): Promise<void> {
  const names = (await columnsOf(tx, table)).filter((column) => !notTaken.has(`${table.name}.${column}`));
  const name = sql.table(table.name);
  const json = `[${lines.join(',')}]`;
  if (table.name === 'workspace') {
    const columns = sql.join(names.filter((column) => column !== 'id').map((column) => sql.ref(column)));
    await sql`
      update workspace set (${columns}) = (select ${columns} from jsonb_populate_recordset(null::workspace, ${json}::jsonb))
      where id = ${tx.workspaceId}`.execute(tx.db);
    return;
  }
  const columns = sql.join(names.map((column) => sql.ref(column)));
  await sql`
    insert into ${name} (workspace_id, ${columns})
    select ${tx.workspaceId}::uuid, ${columns} from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`.execute(
    tx.db,
  );
}

/** The fields that a record of this table has in an export, by which one of other tables is known. */
export async function fieldsOf(tx: Tx, table: ExportedTable): Promise<string[]> {
  return ['table', ...(await columnsOf(tx, table))];
}
