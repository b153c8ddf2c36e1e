import { sql } from 'kysely';
import type { Tx } from '../transaction.ts';
import { organisationsOnlyOf } from './erase-rows.ts';
import { hangingTables } from './hanging-tables.ts';

export type Record_ = Readonly<Record<string, unknown>>;

/** What an erasure takes away, and what stays of it as counts. */
export async function countOnErase(
  tx: Tx,
  personId: string,
): Promise<{
  opportunities: number;
  open: number;
  numbered: number;
  attention: number;
  promises: number;
  organisations: string[];
}> {
  const of = sql`workspace_id = ${tx.workspaceId} and person_id = ${personId}`;
  const { rows } = await sql<{
    opportunities: number;
    open: number;
    numbered: number;
    attention: number;
    promises: number;
  }>`
    select (select count(*)::int from opportunity where ${of}) as opportunities,
      (select count(*)::int from opportunity where ${of} and state = 'open') as open,
      (select count(*)::int from moment where ${of} and opportunity_id is not null and void_at is null) as numbered,
      (select count(*)::int from moment where ${of} and opportunity_id is null and void_at is null) as attention,
      (select count(*)::int from promise where ${of}) as promises`.execute(tx.db);
  const counts = rows[0] ?? { opportunities: 0, open: 0, numbered: 0, attention: 0, promises: 0 };
  const organisations = await organisationsOnlyOf(tx, [personId]);
  return { ...counts, organisations: organisations.map((one) => one.name) };
}

/**
 * Every row about a person by the name of its table, as the database has it but for keys of search and of the company. Also of tables that
 * came later: they are found by their foreign key.
 */
export async function recordsOfPerson(tx: Tx, personId: string): Promise<Record<string, Record_[]>> {
  const inWs = sql`t.workspace_id = ${tx.workspaceId}`;
  const own = sql`${inWs} and t.person_id = ${personId}`;
  const read = async (table: string, where: ReturnType<typeof sql>): Promise<[string, Record_[]]> => {
    const { rows } = await sql<{ row: Record_ }>`
      select to_jsonb(t) - array['workspace_id', 'name_key', 'sort_key', 'email_key', 'external_key', 'rank_value', 'bucket'] as row
      from ${sql.table(table)} t where ${where} order by 1 limit 10000`.execute(tx.db);
    return [table, rows.map(({ row }) => row)];
  };
  const known: [string, ReturnType<typeof sql>][] = [
    ['person', sql`${inWs} and t.id = ${personId}`],
    [
      'organisation',
      sql`${inWs} and t.id in (select l.organisation_id from person_organisation l where l.workspace_id = ${tx.workspaceId} and l.person_id = ${personId})`,
    ],
    ['opportunity', own],
    ['moment', own],
    ['event', own],
    ['rights_request', own],
    ['rights_log', own],
  ];
  const hanging = await hangingTables(tx);
  const records: [string, Record_[]][] = [];
  for (const [table, where] of known) records.push(await read(table, where));
  for (const { table, column } of hanging)
    records.push(await read(table, sql`${inWs} and ${sql.ref(`t.${column}`)} = ${personId}`));
  const byTable: Record<string, Record_[]> = {};
  for (const [table, rows] of records) byTable[table] = [...(byTable[table] ?? []), ...rows];
  return byTable;
}
