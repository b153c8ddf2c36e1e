import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type SealedSecret = { key_id: string; sealed: Buffer };

/** One an account: a new one goes over the old one. */
export async function putSealedSecret(
  tx: Tx,
  secret: SealedSecret & { id: string; member_id: string; created_at: Date },
): Promise<void> {
  const { key_id, sealed, created_at } = secret;
  await tx.db
    .insertInto('sealed_secret')
    .values({ workspace_id: tx.workspaceId, ...secret })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet({ key_id, sealed, created_at }))
    .execute();
}

export async function sealedSecretOf(tx: Tx, id: string): Promise<SealedSecret | null> {
  const { rows } = await sql<SealedSecret>`select key_id, sealed from sealed_secret_of(${id}::uuid)`.execute(tx.db);
  return rows[0] ?? null;
}

export async function deleteSealedSecret(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('sealed_secret').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}
