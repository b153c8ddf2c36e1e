import { hash as hashOf } from 'node:crypto';
import { fingerprint } from '#core/import/fingerprint';

/**
 * The key of a row (definition 19): its externalId, else the fingerprint of the row and its n-th occurrence in the file, so that the same
 * file twice counts once and two equal rows in one file stay two. Remembers 16 bytes a row.
 */
export function rowKeys(): (cells: readonly string[], externalId: string | null) => string {
  const seen = new Map<string, number>();
  return (cells, externalId) => {
    if (externalId !== null) return `id:${externalId}`;
    const hash = hashOf('sha256', fingerprint(cells), 'base64url').slice(0, 22);
    const n = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, n);
    return `row:${hash}:${n}`;
  };
}
