import { expect, test } from 'vitest';
import * as ofWorker from '../service-worker/share.ts';
import { sharedAddress, sharedShelf } from './shared.ts';

test('the page looks where the service worker leaves what was shared', () => {
  expect([sharedShelf, sharedAddress]).toEqual([ofWorker.sharedShelf, ofWorker.sharedAddress]);
});

test('only a share of our own page is one', () => {
  const own = 'https://follow-up.example.com';
  expect(ofWorker.isShare('POST', new URL(`${own}/share`), own)).toBe(true);
  expect(ofWorker.isShare('GET', new URL(`${own}/share`), own)).toBe(false);
  expect(ofWorker.isShare('POST', new URL(`${own}/api/v1/persons`), own)).toBe(false);
  expect(ofWorker.isShare('POST', new URL('https://else.example.com/share'), own)).toBe(false);
});
