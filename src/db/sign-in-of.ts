import { sql } from 'kysely';
import type { Role } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

/** The owner called this, else the first; null where there is none. */
export async function ownerCalled(tx: Tx, name: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from member where workspace_id = ${tx.workspaceId} and role = 'owner' order by name <> ${name}, id limit 1`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** Who signs in as this user here. */
export async function memberOfUser(tx: Tx, userId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from member where workspace_id = ${tx.workspaceId} and user_id = ${userId}`.execute(tx.db);
  return rows[0]?.id ?? null;
}

export async function letSignIn(tx: Tx, memberId: string, userId: string): Promise<void> {
  await sql`update member set user_id = ${userId} where workspace_id = ${tx.workspaceId} and id = ${memberId}`.execute(
    tx.db,
  );
}

/**
 * A member who is here without signing in (known from a list, or come back with an export), by address, else by a name that only one of them
 * has and no other address with it.
 */
export async function memberToJoin(tx: Tx, { email, name }: { email: string; name: string }): Promise<string | null> {
  const { rows } = await sql<{ id: string; by_email: boolean }>`
    select id, email is not null as by_email from member
    where workspace_id = ${tx.workspaceId} and user_id is null
      and (lower(email) = ${email} or (email is null and lower(name) = lower(${name})))
    order by by_email desc, id limit 2
    for update`.execute(tx.db);
  const [first, second] = rows;
  return first !== undefined && (first.by_email || second === undefined) ? first.id : null;
}

/** They sign in from now on, in this role; what they did stays theirs. */
export async function joinMember(
  tx: Tx,
  id: string,
  joined: { userId: string; name: string; email: string; role: Role },
): Promise<void> {
  await tx.db
    .updateTable('member')
    .set(({ eb }) => ({
      user_id: joined.userId,
      name: joined.name,
      email: joined.email,
      role: joined.role,
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
