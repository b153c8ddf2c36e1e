import { sql, type Kysely } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';
import type { AuthTables } from '../auth-tables.ts';

export type Auth = Kysely<AuthTables>;

/** For a transaction that waits for another one, which takes long. */
export async function mayWait(auth: Auth): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(auth);
}

// Any number, as long as nothing else uses it: "setu" as text.
const setupLock = 0x73_65_74_75;

export type NewOwner = { userId: string; accountId: string; name: string; email: string; passwordHash: string };
export type Membership = { userId: string; workspaceId: string; memberId: string; role: Role };

/** `password` as better-auth stores it: account of provider `credential` whose accountId is the user's own. */
export async function insertUser(auth: Auth, owner: NewOwner): Promise<void> {
  await auth
    .insertInto('auth.user')
    .values({ id: owner.userId, name: owner.name, email: owner.email, image: null })
    .execute();
  await auth
    .insertInto('auth.account')
    .values({
      id: owner.accountId,
      accountId: owner.userId,
      providerId: 'credential',
      userId: owner.userId,
      password: owner.passwordHash,
    })
    .execute();
}

export async function insertMembership(auth: Auth, { userId, workspaceId, memberId, role }: Membership): Promise<void> {
  await auth
    .insertInto('auth.membership')
    .values({ user_id: userId, workspace_id: workspaceId, member_id: memberId, role })
    .execute();
}

/** From now on they sign in as another member of the same workspace, with the tokens that they made. */
export async function moveMembership(auth: Auth, from: Omit<Membership, 'role'>, memberId: string): Promise<void> {
  await auth
    .updateTable('auth.membership')
    .set({ member_id: memberId })
    .where('user_id', '=', from.userId)
    .where('workspace_id', '=', from.workspaceId)
    .execute();
  await auth
    .updateTable('auth.token')
    .set({ member_id: memberId })
    .where('workspace_id', '=', from.workspaceId)
    .where('member_id', '=', from.memberId)
    .execute();
}

/** Nobody signs in yet: the first visit makes the owner. */
export async function hasNoUser(auth: Auth): Promise<boolean> {
  return (await auth.selectFrom('auth.user').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Held to the end of the transaction: two first visits at once make one owner. */
export async function lockSetup(auth: Auth): Promise<void> {
  await sql`select pg_advisory_xact_lock(${setupLock})`.execute(auth);
}

/** @param email folded to lower case, as it is stored */
export async function findUserId(auth: Auth, email: string): Promise<string | null> {
  return (await auth.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst())?.id ?? null;
}

/** False when the account has no password of its own. */
export async function setPassword(auth: Auth, userId: string, passwordHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await auth
    .updateTable('auth.account')
    .set({ password: passwordHash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** First made first: the workspace of whoever has but one. */
export async function membershipsOf(auth: Auth, userId: string): Promise<Membership[]> {
  const rows = await auth
    .selectFrom('auth.membership')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('workspace_id')
    .execute();
  return rows.map((row) => ({ userId, workspaceId: row.workspace_id, memberId: row.member_id, role: row.role }));
}

/** The owners of all workspaces, for the command line; first made first. */
export async function owners(auth: Auth): Promise<Membership[]> {
  const rows = await auth
    .selectFrom('auth.membership')
    .selectAll()
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .orderBy('workspace_id')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    role: row.role,
  }));
}

/** Every workspace that has a member who signs in, in a fixed order. */
export async function workspaceIds(auth: Auth): Promise<string[]> {
  const rows = await auth
    .selectFrom('auth.membership')
    .select('workspace_id')
    .distinct()
    .orderBy('workspace_id')
    .execute();
  return rows.map((row) => row.workspace_id);
}
