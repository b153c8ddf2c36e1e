import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** `status` null: taken, and its answer was not stored (yet). */
export type KeptAnswer = { requestHash: string; status: number | null; response: unknown };
export type Key = { memberId: string; key: string };

/** @param since older keys are forgotten */
export async function findKey(tx: Tx, { memberId, key }: Key, since: Date): Promise<KeptAnswer | null> {
  const row = await tx.db
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'response'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .where('created_at', '>', since)
    .executeTakeFirst();
  return row === undefined ? null : { requestHash: row.request_hash, status: row.status, response: row.response };
}

/**
 * False when it was taken after `since` already; waits for a transaction that is just taking it.
 */
export async function takeKey(
  tx: Tx,
  { memberId, key }: Key,
  requestHash: string,
  now: Date,
  since: Date,
): Promise<boolean> {
  const fresh = { request_hash: requestHash, created_at: now };
  const row = await tx.db
    .insertInto('idempotency')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, key, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'member_id', 'key'])
        .doUpdateSet({ ...fresh, status: null, response: null })
        .where('idempotency.created_at', '<=', since),
    )
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

export async function storeAnswer(
  tx: Tx,
  { memberId, key }: Key,
  answer: { requestHash: string; status: number; response: unknown; now: Date },
): Promise<void> {
  const { status, requestHash, now } = answer;
  const response = answer.response === undefined ? null : JSON.stringify(answer.response);
  await tx.db
    .insertInto('idempotency')
    .values({
      workspace_id: tx.workspaceId,
      member_id: memberId,
      key,
      request_hash: requestHash,
      status,
      response,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'key']).doUpdateSet({ status, response }))
    .execute();
}

/** A few at a time, and none that another request is at: sweeping must hold nobody up. */
export async function forgetKeys(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from idempotency where ctid = any (array(
      select ctid from idempotency where workspace_id = ${tx.workspaceId} and created_at <= ${before}
      order by created_at limit 20 for update skip locked))`.execute(tx.db);
}
