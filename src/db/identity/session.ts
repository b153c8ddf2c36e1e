import { sql } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';
import type { Databases } from '../connect.ts';
import { compiledOnce } from '../prepared.ts';
import type { Auth } from './account.ts';
import { keptRow } from './kept-row.ts';

export type SessionMember = { workspaceId: string; memberId: string; role: Role; expiresAt: Date; renewedAt: Date };

const sessionMember = compiledOnce((auth: Auth, { token, now }: { token: string; now: Date }) =>
  auth
    .selectFrom('auth.session as s')
    .innerJoin('auth.membership as m', 'm.user_id', 's.userId')
    .select(['m.workspace_id', 'm.member_id', 'm.role', 's.expiresAt', 's.updatedAt'])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', now)
    .orderBy(sql`m.workspace_id = s."activeWorkspaceId"`, (order) => order.desc().nullsLast())
    .orderBy('m.created_at')
    .limit(sql.lit(1)),
);

/**
 * Who a session's token belongs to, with the membership of this moment: taken out of a workspace is taken out at once. The active
 * workspace of the session goes first, otherwise the oldest membership. One round trip on each request of the web app.
 */
export async function findSessionMember(
  { authPool }: Pick<Databases, 'authPool'>,
  token: string,
  now: Date,
): Promise<SessionMember | null> {
  const row = await keptRow(authPool, sessionMember({ token, now }));
  if (row === undefined) return null;
  return {
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    role: row.role,
    expiresAt: row.expiresAt,
    renewedAt: row.updatedAt,
  };
}

export async function renewSession(auth: Auth, token: string, now: Date, expiresAt: Date): Promise<void> {
  await auth
    .updateTable('auth.session')
    .set({ expiresAt, updatedAt: now })
    .where('token', '=', token)
    .where('expiresAt', '>', now)
    .execute();
}

export async function deleteSession(auth: Auth, token: string): Promise<void> {
  await auth.deleteFrom('auth.session').where('token', '=', token).execute();
}

/** Everywhere: after a new password. */
export async function deleteSessionsOf(auth: Auth, userId: string): Promise<void> {
  await auth.deleteFrom('auth.session').where('userId', '=', userId).execute();
}
