import type { Selectable } from 'kysely';
import type { Day } from '#core/day/day';
import { toDay } from '#core/day/day';
import type { MemberTable, WorkspaceTable } from './tables.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type WorkspaceRow = Selectable<WorkspaceTable>;
export type MemberRow = Selectable<MemberTable>;

const workspace = prepared((tx) => tx.db.selectFrom('workspace').selectAll().where('id', '=', tx.workspaceId));

export async function loadWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const [row] = await workspace(tx, {}, tx.kept);
  if (!row) throw new Error('The workspace of this transaction is not there.');
  return row;
}

const member = prepared((tx, { id }: { id: string }) =>
  tx.db.selectFrom('member').selectAll().where('workspace_id', '=', tx.workspaceId).where('id', '=', id),
);

export async function findMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  return (await member(tx, { id }, tx.kept))[0];
}

const daysOff = prepared((tx, { memberId }: { memberId: string }) =>
  tx.db
    .selectFrom('day_off')
    .select(['from_on', 'until_on'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('from_on'),
);

/** Days off of a member that are not over yet. */
export async function daysOffOf(tx: Tx, memberId: string): Promise<{ fromOn: Day; untilOn: Day }[]> {
  const rows = await daysOff(tx, { memberId }, tx.kept);
  return rows.map((row) => ({ fromOn: toDay(row.from_on), untilOn: toDay(row.until_on) }));
}
