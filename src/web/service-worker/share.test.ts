import { expect, test } from 'vitest';
import { isShare } from './share.ts';

test('only a share of our own page is one', () => {
  const own = 'https://follow-up.example.com';
  expect(isShare('POST', new URL(`${own}/share`), own)).toBe(true);
  expect(isShare('GET', new URL(`${own}/share`), own)).toBe(false);
  expect(isShare('POST', new URL(`${own}/api/v1/persons`), own)).toBe(false);
  expect(isShare('POST', new URL('https://else.example.com/share'), own)).toBe(false);
});
