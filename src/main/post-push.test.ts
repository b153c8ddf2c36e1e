import { expect, test } from 'vitest';
import { postPush } from './post-push.ts';

test.each([
  'https://127.0.0.1/push',
  'https://[::1]/push',
  'https://localhost/push',
  'https://2130706433/push',
  'http://example.com/push',
])('nothing is posted to %s', async (url) => {
  await expect(postPush({ url, headers: {}, body: Buffer.from('x') })).rejects.toThrow();
});
