import type { Tx } from './transaction.ts';

/** By what a file's column "owner" may name a member. */
export async function listMemberKeys(tx: Tx): Promise<{ id: string; name: string; email: string | null }[]> {
  return tx.db
    .selectFrom('member')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', tx.workspaceId)
    .execute();
}
