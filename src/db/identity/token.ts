import type { Selectable } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';
import type { TokenTable } from '../auth-tables.ts';
import type { Auth } from './account.ts';

export type TokenRow = Selectable<TokenTable>;
export type TokenHolder = {
  id: string;
  workspaceId: string;
  memberId: string;
  role: Role;
  memberRole: Role;
  lastUsedAt: Date | null;
};

/** Joined with the membership: a token ends with it, and can do no more than its member. */
export async function findTokenHolder(auth: Auth, hash: string): Promise<TokenHolder | null> {
  const row = await auth
    .selectFrom('auth.token as t')
    .innerJoin('auth.membership as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.member_id', '=', 't.member_id'),
    )
    .select(['t.id', 't.workspace_id', 't.member_id', 't.role', 'm.role as member_role', 't.last_used_at'])
    .where('t.hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    role: row.role,
    memberRole: row.member_role,
    lastUsedAt: row.last_used_at,
  };
}

export async function touchToken(auth: Auth, id: string, now: Date): Promise<void> {
  await auth.updateTable('auth.token').set({ last_used_at: now }).where('id', '=', id).execute();
}

export async function insertToken(auth: Auth, token: TokenRow): Promise<void> {
  await auth.insertInto('auth.token').values(token).execute();
}

export async function tokensOf(auth: Auth, workspaceId: string, memberId: string): Promise<TokenRow[]> {
  return auth
    .selectFrom('auth.token')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** False when this member has no such token. */
export async function deleteToken(auth: Auth, workspaceId: string, memberId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await auth
    .deleteFrom('auth.token')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
