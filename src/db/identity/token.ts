import type { Selectable } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';
import type { TokenScope, TokenTable } from '../auth-tables.ts';
import type { Databases } from '../connect.ts';
import { compiledOnce } from '../prepared.ts';
import type { Auth } from './account.ts';
import { keptRow } from './kept-row.ts';

export type TokenRow = Selectable<TokenTable>;
export type TokenHolder = {
  id: string;
  workspaceId: string;
  memberId: string;
  role: Role;
  memberRole: Role;
  lastUsedAt: Date | null;
  /** Of a feed only. */
  feed: { tag: string; changedAt: Date } | null;
};

const holder = compiledOnce((auth: Auth, { hash, scope }: { hash: string; scope: TokenScope }) =>
  auth
    .selectFrom('auth.token as t')
    .innerJoin('auth.membership as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.member_id', '=', 't.member_id'),
    )
    .select(['t.id', 't.workspace_id', 't.member_id', 't.role', 'm.role as member_role', 't.last_used_at'])
    .select(['t.feed_tag', 't.feed_changed_at'])
    .where('t.hash', '=', hash)
    .where('t.scope', '=', scope),
);

/** Joined with the membership: a token ends with it, and can do no more than its member. One of another scope opens nothing here. */
export async function findTokenHolder(
  { authPool }: Pick<Databases, 'authPool'>,
  hash: string,
  scope: TokenScope,
): Promise<TokenHolder | null> {
  const row = await keptRow(authPool, holder({ hash, scope }));
  if (row === undefined) return null;
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    role: row.role,
    memberRole: row.member_role,
    lastUsedAt: row.last_used_at,
    feed:
      row.feed_tag === null || row.feed_changed_at === null
        ? null
        : { tag: row.feed_tag, changedAt: row.feed_changed_at },
  };
}

export async function touchToken(auth: Auth, id: string, now: Date): Promise<void> {
  await auth.updateTable('auth.token').set({ last_used_at: now }).where('id', '=', id).execute();
}

export async function insertToken(auth: Auth, token: TokenRow): Promise<void> {
  await auth.insertInto('auth.token').values(token).execute();
}

export async function tokensOf(
  auth: Auth,
  workspaceId: string,
  memberId: string,
  scope: TokenScope,
): Promise<TokenRow[]> {
  return auth
    .selectFrom('auth.token')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('scope', '=', scope)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** What a feed says from now on, so that who asks again hears "unchanged". */
export async function feedChanged(auth: Auth, id: string, tag: string, at: Date): Promise<void> {
  await auth.updateTable('auth.token').set({ feed_tag: tag, feed_changed_at: at }).where('id', '=', id).execute();
}

/** All of one scope. */
export async function deleteTokens(
  auth: Auth,
  workspaceId: string,
  memberId: string,
  scope: TokenScope,
): Promise<number> {
  const { numDeletedRows } = await auth
    .deleteFrom('auth.token')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('scope', '=', scope)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** False when this member has no such token. */
export async function deleteToken(
  auth: Auth,
  workspaceId: string,
  memberId: string,
  id: string,
  scope: TokenScope,
): Promise<boolean> {
  const { numDeletedRows } = await auth
    .deleteFrom('auth.token')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('scope', '=', scope)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
