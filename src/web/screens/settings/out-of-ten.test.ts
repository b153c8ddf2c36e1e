import { expect, test } from 'vitest';
import { readOutOfTen } from './out-of-ten.ts';

test('two of ten people is a fifth, with comma or point', () => {
  expect(readOutOfTen('2')).toBe(0.2);
  expect(readOutOfTen('2,5')).toBe(0.25);
  expect(readOutOfTen(' 0.5 ')).toBe(0.05);
});

test('nobody, everybody and words are no chance', () => {
  for (const text of ['0', '10', '', 'twee', '-1', '1,2,3']) expect(readOutOfTen(text)).toBeNull();
});
