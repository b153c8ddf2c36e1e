import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['start', 'setup', 'token create', 'password reset'];

test.each([
  ['strat', 'start'],
  ['Setup', 'setup'],
  ['tokn create', 'token create'],
  ['stop', null],
  ['', null],
  ['something else', null],
])('"%s" is taken for %s', (wish, name) => {
  expect(nearest(wish, names)).toBe(name);
});
