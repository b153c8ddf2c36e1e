import { expect, test } from 'vitest';
import { isOutside, postPush } from './post-push.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.20',
  '169.254.169.254',
  '100.100.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  'fe80::1',
  'fd00::1',
  '64:ff9b::7f00:1',
  'no address',
])('%s lies inside, and gets nothing', (address) => {
  expect(isOutside(address)).toBe(false);
});

test.each(['142.250.179.170', '2a00:1450:400e:80c::200a', '::ffff:142.250.179.170'])('%s lies outside', (address) => {
  expect(isOutside(address)).toBe(true);
});

test.each([
  'https://127.0.0.1/push',
  'https://[::1]/push',
  'https://localhost/push',
  'https://2130706433/push',
  'http://example.com/push',
])('nothing is posted to %s', async (url) => {
  await expect(postPush({ url, headers: {}, body: Buffer.from('x') })).rejects.toThrow();
});
