import { sql } from 'kysely';
import type { Databases } from './connect.ts';
import type { Tx } from './transaction.ts';

/** Whose address it is, over all workspaces; null for a token that nobody has. */
export async function inboxOf(
  { app }: Databases,
  token: string,
): Promise<{ workspaceId: string; memberId: string } | null> {
  const { rows } = await app.query<{ workspaceId: string; memberId: string }>(
    'select workspace_id as "workspaceId", member_id as "memberId" from inbox_of($1)',
    [token],
  );
  return rows[0] ?? null;
}

export async function inboxTokenOf(tx: Tx, memberId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('inbox_address')
    .select('token')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.token ?? null;
}

/** A new one; the one before it takes nothing in any more. */
export async function saveInboxToken(tx: Tx, memberId: string, token: string, at: Date): Promise<void> {
  const values = { token, created_at: at };
  await tx.db
    .insertInto('inbox_address')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id']).doUpdateSet(values))
    .execute();
}

/** What a member writes from: the address that they are known by here, and that of their mailbox. */
export async function ownAddressesOf(tx: Tx, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(address) as address from mailbox where workspace_id = ${tx.workspaceId} and member_id = ${memberId}
    union select lower(email) from member where workspace_id = ${tx.workspaceId} and id = ${memberId} and email is not null`.execute(
    tx.db,
  );
  return rows.map((row) => row.address);
}
