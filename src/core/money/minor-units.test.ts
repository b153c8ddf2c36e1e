import { expect, test } from 'vitest';
import { toDecimal } from './minor-units.ts';

test.each([
  [123_450, 'EUR', '1234.50'],
  [5, 'EUR', '0.05'],
  [0, 'EUR', '0.00'],
  [1234, 'JPY', '1234'],
  [-5, 'EUR', '-0.05'],
])('%i minor units of %s are %s', (minor, currency, text) => {
  expect(toDecimal(minor, currency)).toBe(text);
});
