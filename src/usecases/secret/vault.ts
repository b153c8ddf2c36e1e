import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Whose secret it is: part of what is sealed, so that a row put at another account or in another workspace does not open. */
export type SecretOf = { workspaceId: string; accountId: string };
export type Sealed = { keyId: string; sealed: Buffer };

/** Seals what the program must be able to read again: passwords of mailboxes and calendars, tokens (promises.md, 22). */
export type Vault = {
  /** Of the key that seals now. */
  keyId: string;
  seal(text: string, of: SecretOf): Sealed;
  /** Null: the key is not here any more, or it is no seal of this account. */
  unseal(sealed: Sealed, of: SecretOf): string | null;
};

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a fresh nonce each time; stored as nonce, seal, tag. `keys`: the first seals, the others (before a change of key) only
 * open. Each of any length: the key itself follows by HKDF (RFC 5869), and so does its id, which says nothing of it.
 */
export function openVault(keys: readonly [string, ...string[]]): Vault {
  const known = new Map(
    keys.toReversed().map((text) => [derived(text, 'id', 6).toString('hex'), derived(text, 'key', 32)]),
  );
  const keyId = derived(keys[0], 'id', 6).toString('hex');
  const present = derived(keys[0], 'key', 32);
  return {
    keyId,
    seal(text, of) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', present, nonce).setAAD(about(of));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return { keyId, sealed: Buffer.concat([nonce, body, cipher.getAuthTag()]) };
    },
    unseal({ keyId: id, sealed }, of) {
      const key = known.get(id);
      if (!key || sealed.length < nonceBytes + tagBytes) return null;
      const open = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(about(of))
        .setAuthTag(sealed.subarray(-tagBytes));
      try {
        return Buffer.concat([open.update(sealed.subarray(nonceBytes, -tagBytes)), open.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

const about = ({ workspaceId, accountId }: SecretOf) => Buffer.from(`${workspaceId}/${accountId}`);
const derived = (text: string, what: string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', text, 'aanhouder', `sealed secret: ${what}`, bytes));
