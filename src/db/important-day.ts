import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Day } from '#core/day/day';
import type { Databases } from './connect.ts';
import type { ImportantDayTable } from './relationship-tables.ts';
import type { Tx } from './transaction.ts';

export type ImportantDayRow = Selectable<ImportantDayTable>;

/** The next to come first; what is over last. */
export async function daysOfPerson(tx: Tx, personId: string): Promise<(ImportantDayRow & { member_name: string })[]> {
  return tx.db
    .selectFrom('important_day as d')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'd.workspace_id').onRef('m.id', '=', 'd.member_id'),
    )
    .selectAll('d')
    .select('m.name as member_name')
    .where('d.workspace_id', '=', tx.workspaceId)
    .where('d.person_id', '=', personId)
    .orderBy(sql`d.next_on nulls last, d.id`)
    .limit(100)
    .execute();
}

export async function findImportantDay(tx: Tx, id: string): Promise<ImportantDayRow | undefined> {
  return tx.db
    .selectFrom('important_day')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertImportantDay(
  tx: Tx,
  row: Omit<Insertable<ImportantDayTable>, 'workspace_id'>,
): Promise<void> {
  await tx.db
    .insertInto('important_day')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

export async function updateImportantDay(tx: Tx, id: string, values: Updateable<ImportantDayTable>): Promise<void> {
  await tx.db
    .updateTable('important_day')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteImportantDays(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('important_day').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Puts a stored image back, also of one that was removed. The version goes on. */
export async function restoreImportantDay(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    insert into important_day (workspace_id, id, person_id, member_id, kind, name, month, day, year, every_year, lead_days, next_on, import_id, version, created_at)
    select ${tx.workspaceId}::uuid, i.id, i.person_id, i.member_id, i.kind, i.name, i.month, i.day, i.year, i.every_year, i.lead_days, i.next_on, i.import_id,
      i.version + 2, i.created_at
    from jsonb_populate_record(null::important_day, ${JSON.stringify(image)}::jsonb) as i
    on conflict (workspace_id, id) do update set kind = excluded.kind, name = excluded.name, month = excluded.month, day = excluded.day, year = excluded.year,
      every_year = excluded.every_year, lead_days = excluded.lead_days, next_on = excluded.next_on, member_id = excluded.member_id, version = excluded.version`.execute(
    tx.db,
  );
}

/** Who reminded of the days of these persons hands that over; what another member took on stays theirs. Answers the rows as they were. */
export async function handDaysOver(
  tx: Tx,
  over: readonly { personId: string; from: string }[],
  to: string,
): Promise<ImportantDayRow[]> {
  if (over.length === 0) return [];
  const { rows } = await sql<ImportantDayRow>`
    select d.* from important_day d
    join (select distinct * from unnest(${over.map((one) => one.personId)}::uuid[], ${over.map((one) => one.from)}::uuid[])) as x (person_id, member_id)
      on d.person_id = x.person_id and d.member_id = x.member_id
    where d.workspace_id = ${tx.workspaceId} and d.member_id <> ${to} order by d.id for update of d`.execute(tx.db);
  if (rows.length > 0)
    await sql`
      update important_day set member_id = ${to}, version = version + 1
      where workspace_id = ${tx.workspaceId} and id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.db);
  return rows;
}

/** Whether somebody here reminds of days of a person: without any there is nothing to hand over. */
export async function personsWithDaysOf(
  tx: Tx,
  over: readonly { personId: string; from: string }[],
): Promise<Set<string>> {
  if (over.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct d.person_id as id from important_day d
    join unnest(${over.map((one) => one.personId)}::uuid[], ${over.map((one) => one.from)}::uuid[]) as x (person_id, member_id)
      on d.person_id = x.person_id and d.member_id = x.member_id
    where d.workspace_id = ${tx.workspaceId}`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Workspaces in which a day lies before this one and has to move on: ids only (0013-relationship.sql). */
export async function workspacesWithPassedDays(
  { app }: Pick<Databases, 'app'>,
  before: Day,
  most: number,
): Promise<string[]> {
  const { rows } = await app.query<{ workspace_id: string }>(
    'select workspace_id from workspaces_with_passed_days($1, $2)',
    [before, most],
  );
  return rows.map((row) => row.workspace_id);
}

export async function passedDays(tx: Tx, before: Day, limit: number): Promise<ImportantDayRow[]> {
  return tx.db
    .selectFrom('important_day')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('next_on', '<', before)
    .orderBy('next_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
}

/** Moves them on; nobody changed anything, so that their version stays. */
export async function moveDaysOn(tx: Tx, days: readonly { id: string; nextOn: Day | null }[]): Promise<void> {
  if (days.length === 0) return;
  await sql`
    update important_day d set next_on = x.next_on
    from unnest(${days.map((one) => one.id)}::uuid[], ${days.map((one) => one.nextOn)}::date[]) as x (id, next_on)
    where d.workspace_id = ${tx.workspaceId} and d.id = x.id`.execute(tx.db);
}

export type DayToMake = {
  id: string;
  personId: string;
  memberId: string;
  kind: 'birthday' | 'anniversary';
  month: number;
  day: number;
  year: number | null;
  nextOn: Day;
};

/** Days of a file: of whom has such a day already nothing is made. */
export async function insertDaysOfImport(
  tx: Tx,
  importId: string,
  days: readonly DayToMake[],
  at: Date,
): Promise<void> {
  if (days.length === 0) return;
  await sql`
    insert into important_day (workspace_id, id, person_id, member_id, kind, month, day, year, next_on, import_id, created_at)
    select distinct on (x.person_id, x.kind) ${tx.workspaceId}::uuid, x.id, x.person_id, x.member_id, x.kind, x.month, x.day, x.year, x.next_on, ${importId}::uuid, ${at}::timestamptz
    from unnest(${days.map((d) => d.id)}::uuid[], ${days.map((d) => d.personId)}::uuid[], ${days.map((d) => d.memberId)}::uuid[], ${days.map((d) => d.kind)}::text[],
      ${days.map((d) => d.month)}::smallint[], ${days.map((d) => d.day)}::smallint[], ${days.map((d) => d.year)}::smallint[], ${days.map((d) => d.nextOn)}::date[])
      as x (id, person_id, member_id, kind, month, day, year, next_on)
    where not exists (select from important_day d where d.workspace_id = ${tx.workspaceId} and d.person_id = x.person_id and d.kind = x.kind)
    order by x.person_id, x.kind, x.id`.execute(tx.db);
}

/** Of an import under undo: those that nobody changed since. */
export async function deleteDaysOfImport(tx: Tx, importId: string): Promise<void> {
  await sql`
    delete from important_day where workspace_id = ${tx.workspaceId} and import_id = ${importId} and version = 1`.execute(
    tx.db,
  );
}
