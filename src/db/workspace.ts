import type { Selectable } from 'kysely';
import type { Day } from '#core/day/day';
import { toDay } from '#core/day/day';
import type { MemberTable, WorkspaceTable } from './tables.ts';
import type { Tx } from './transaction.ts';

export type WorkspaceRow = Selectable<WorkspaceTable>;
export type MemberRow = Selectable<MemberTable>;

export async function loadWorkspace(tx: Tx): Promise<WorkspaceRow> {
  return tx.kept.selectFrom('workspace').selectAll().where('id', '=', tx.workspaceId).executeTakeFirstOrThrow();
}

export async function findMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  return tx.kept
    .selectFrom('member')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Days off of a member that are not over yet. */
export async function daysOffOf(tx: Tx, memberId: string): Promise<{ fromOn: Day; untilOn: Day }[]> {
  const rows = await tx.kept
    .selectFrom('day_off')
    .select(['from_on', 'until_on'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({ fromOn: toDay(row.from_on), untilOn: toDay(row.until_on) }));
}
