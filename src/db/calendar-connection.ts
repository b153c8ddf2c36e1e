import type { Selectable, Updateable } from 'kysely';
import type { CalendarConnectionTable } from './calendar-tables.ts';
import type { Databases } from './connect.ts';
import type { Tx } from './transaction.ts';

export type ConnectionRow = Selectable<CalendarConnectionTable>;

export async function connectionOf(tx: Tx, memberId: string): Promise<ConnectionRow | undefined> {
  return tx.db
    .selectFrom('calendar_connection')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

export async function insertConnection(
  tx: Tx,
  row: Pick<ConnectionRow, 'id' | 'member_id' | 'kind' | 'address' | 'user_name' | 'next_at' | 'created_at'>,
): Promise<void> {
  await tx.db
    .insertInto('calendar_connection')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

export async function updateConnection(tx: Tx, id: string, values: Updateable<CalendarConnectionTable>): Promise<void> {
  await tx.db
    .updateTable('calendar_connection')
    .set(values)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** False when the version is not the newest. */
export async function changeConnection(
  tx: Tx,
  id: string,
  version: number,
  values: Updateable<CalendarConnectionTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('calendar_connection')
    .set({ ...values, version: version + 1 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteConnection(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('calendar_connection')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export type MemberWithCalendar = { workspaceId: string; memberId: string };

/** Over all workspaces: ids only (0021-calendar.sql). */
export async function calendarsToRead(
  { app }: Pick<Databases, 'app'>,
  at: Date,
  most: number,
): Promise<MemberWithCalendar[]> {
  const { rows } = await app.query<{ workspace_id: string; member_id: string }>(
    'select workspace_id, member_id from calendars_to_read($1, $2)',
    [at, most],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, memberId: row.member_id }));
}
