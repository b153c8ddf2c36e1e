import { type Insertable, sql, type Updateable } from 'kysely';
import type { MemberTable, WorkspaceTable } from './tables.ts';
import type { Tx } from './transaction.ts';
import type { MemberRow, WorkspaceRow } from './workspace.ts';

export async function insertWorkspace(tx: Tx, workspace: Insertable<WorkspaceTable>): Promise<void> {
  await tx.db.insertInto('workspace').values(workspace).execute();
}

export async function insertMember(tx: Tx, member: Omit<Insertable<MemberTable>, 'workspace_id'>): Promise<void> {
  await tx.db
    .insertInto('member')
    .values({ ...member, workspace_id: tx.workspaceId })
    .execute();
}

export async function membersByName(tx: Tx): Promise<Pick<MemberRow, 'id' | 'name' | 'role'>[]> {
  return tx.db
    .selectFrom('member')
    .select(['id', 'name', 'role'])
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Minutes a week that all who sell have for it, by their own settings. */
export async function sellingMinutesAWeek(tx: Tx): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(minutes_a_day * cardinality(working_days)), 0)::float8 as minutes from member
    where workspace_id = ${tx.workspaceId} and role <> 'viewer'`.execute(tx.db);
  return rows[0]?.minutes ?? 0;
}

/** Undefined when the version is not the newest: somebody changed it since it was read. */
export async function updateMember(
  tx: Tx,
  id: string,
  version: number,
  changes: Updateable<MemberTable>,
): Promise<MemberRow | undefined> {
  return tx.db
    .updateTable('member')
    .set({ ...changes, version: version + 1 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
}

/** Undefined when the version is not the newest. */
export async function updateWorkspace(
  tx: Tx,
  version: number,
  changes: Updateable<WorkspaceTable>,
): Promise<WorkspaceRow | undefined> {
  return tx.db
    .updateTable('workspace')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', tx.workspaceId)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
}
