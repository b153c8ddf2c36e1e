import type { Selectable } from 'kysely';
import type { DayOffTable } from './team-tables.ts';
import type { Tx } from './transaction.ts';

export type DayOffRow = Selectable<DayOffTable>;

export async function insertDayOff(tx: Tx, dayOff: Omit<DayOffRow, 'workspace_id'>): Promise<DayOffRow> {
  return tx.db
    .insertInto('day_off')
    .values({ ...dayOff, workspace_id: tx.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function daysOffByDay(tx: Tx, memberId: string): Promise<DayOffRow[]> {
  return tx.db
    .selectFrom('day_off')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
}

/** False when this member has no such days off. */
export async function deleteDayOff(tx: Tx, memberId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('day_off')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
