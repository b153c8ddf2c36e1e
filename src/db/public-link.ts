import { type Selectable, sql } from 'kysely';
import type { PublicLinkTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type PublicLinkRow = Selectable<PublicLinkTable>;
export type LinkKind = PublicLinkTable['kind'];

type NewLink = { id: string; hash: string; kind: LinkKind; createdAt: Date } & (
  | { signUpId: string; expiresAt: Date }
  | { subscriberId: string }
);

/** The same link again stays as it is. */
export async function insertLink(tx: Tx, { id, hash, kind, createdAt, ...of }: NewLink): Promise<void> {
  await tx.db
    .insertInto('public_link')
    .values({
      workspace_id: tx.workspaceId,
      id,
      hash,
      kind,
      created_at: createdAt,
      sign_up_id: 'signUpId' in of ? of.signUpId : null,
      subscriber_id: 'subscriberId' in of ? of.subscriberId : null,
      expires_at: 'expiresAt' in of ? of.expiresAt : null,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

export async function findLink(tx: Tx, hash: string): Promise<PublicLinkRow | undefined> {
  return tx.db
    .selectFrom('public_link')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** False when it was used before: of two at once one wins. */
export async function useLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update public_link set used_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} and used_at is null returning id`.execute(
    tx.db,
  );
  return rows.length > 0;
}
