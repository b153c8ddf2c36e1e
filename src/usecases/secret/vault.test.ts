import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openVault } from './vault.ts';

const of = { workspaceId: 'w1', accountId: 'a1' };

test('what is sealed opens again, and is never sealed twice alike', () => {
  const vault = openVault(['a key of the house']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [first, second] = [vault.seal(text, of), vault.seal(text, of)];
      expect(vault.unseal(first, of)).toBe(Buffer.from(text).toString());
      expect(first.sealed.equals(second.sealed)).toBe(false);
    }),
  );
});

test('a seal put at another account or in another workspace does not open', () => {
  const vault = openVault(['a key of the house']);
  const sealed = vault.seal('geheim', of);
  expect(vault.unseal(sealed, { ...of, accountId: 'a2' })).toBeNull();
  expect(vault.unseal(sealed, { ...of, workspaceId: 'w2' })).toBeNull();
});

test('a seal of which any bit changed does not open', () => {
  const vault = openVault(['a key of the house']);
  const { keyId, sealed } = vault.seal('geheim', of);
  for (let at = 0; at < sealed.length; at += 1) {
    const other = Buffer.from(sealed);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(vault.unseal({ keyId, sealed: other }, of)).toBeNull();
  }
  expect(vault.unseal({ keyId, sealed: sealed.subarray(0, 20) }, of)).toBeNull();
});

test('after a change of key the old seals open while the old key is named, and new ones are of the new key', () => {
  const before = openVault(['old']).seal('geheim', of);
  const after = openVault(['new', 'old']);
  expect(after.unseal(before, of)).toBe('geheim');
  expect(after.seal('geheim', of).keyId).toBe(after.keyId);
  expect(after.keyId).not.toBe(before.keyId);
  expect(openVault(['new']).unseal(before, of)).toBeNull();
});
