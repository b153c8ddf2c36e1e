import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { encrypt, pushKeys } from './web-push.ts';

test('the example of RFC 8291 comes out byte for byte', () => {
  const ours = createECDH('prime256v1');
  ours.setPrivateKey(Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'));
  const sealed = encrypt(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    ours,
    Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
  );
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('the same secret gives the same key, and another secret another', () => {
  const { publicKey } = pushKeys('a secret that is long enough to be one');
  expect(pushKeys('a secret that is long enough to be one').publicKey).toBe(publicKey);
  expect(pushKeys('another one that is long enough as well').publicKey).not.toBe(publicKey);
  // Uncompressed: 65 bytes.
  expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
});
