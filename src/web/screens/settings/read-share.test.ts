import { expect, test } from 'vitest';
import { readShare } from './read-share.ts';

test.each([
  ['10', 0.1],
  [' 0 ', 0],
  ['50', 0.5],
  ['7', 0.07],
  ['51', null],
  ['-1', null],
  ['2,5', null],
  ['tien', null],
  ['', null],
])('of a hundred times: %j', (text, share) => {
  expect(readShare(text)).toBe(share);
});
