import { expect, test } from 'vitest';
import { fitOf } from './match.ts';

test.each([
  ['Nog te halen', 'hal', 2],
  ['Nog te halen', 'nog hal', 2],
  ['Nog te halen', 'alen', 1],
  ['Nog te halen', 'bord', 0],
  ['Café', 'cafe', 2],
  ['Bord', '', 1],
])('“%s” for “%s”: %i', (label, q, fit) => {
  expect(fitOf(label, q)).toBe(fit);
});
