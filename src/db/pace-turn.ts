import type { Databases } from './connect.ts';

export type PaceTurn = { workspaceId: string; memberId: string };

/** Members whose own day is later than that of their last nightly run, over all workspaces: ids only (0005-pace.sql). */
export async function membersToPace({ app }: Pick<Databases, 'app'>, at: Date, most: number): Promise<PaceTurn[]> {
  const { rows } = await app.query<{ workspace_id: string; member_id: string }>(
    'select workspace_id, member_id from members_to_pace($1, $2)',
    [at, most],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, memberId: row.member_id }));
}
