import { deleteSealedSecret, putSealedSecret, sealedSecretOf } from '#db/sealed-secret';
import type { Tx } from '#db/transaction';
import type { Vault } from './vault.ts';

/** Whose account it is: of a mailbox or a calendar of this member. */
export type Account = { id: string; memberId: string };

export async function keepSecret(
  tx: Tx,
  vault: Vault,
  { id, memberId }: Account,
  text: string,
  at: Date,
): Promise<void> {
  const { keyId, sealed } = vault.seal(text, { workspaceId: tx.workspaceId, accountId: id });
  await putSealedSecret(tx, { id, member_id: memberId, key_id: keyId, sealed, created_at: at });
}

/**
 * Null: there is none, or the key that sealed it is not here (another machine, a key that was lost). One of an older key is sealed with
 * the present one as it is read: `tx` may write.
 */
export async function readSecret(tx: Tx, vault: Vault, account: Account, at: Date): Promise<string | null> {
  const found = await sealedSecretOf(tx, account.id);
  if (!found) return null;
  const of = { workspaceId: tx.workspaceId, accountId: account.id };
  const text = vault.unseal({ keyId: found.key_id, sealed: found.sealed }, of);
  if (text !== null && found.key_id !== vault.keyId) await keepSecret(tx, vault, account, text, at);
  return text;
}

export const forgetSecret = (tx: Tx, id: string): Promise<void> => deleteSealedSecret(tx, id);
