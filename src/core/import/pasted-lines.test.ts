import { expect, test } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

test.each([
  ['Anna Bakker 06-12345678', 'Anna Bakker\t06-12345678\t'],
  ['Anna Bakker - 06 1234 5678', 'Anna Bakker\t06 1234 5678\t'],
  ['Anna Bakker (020 123 4567)', 'Anna Bakker\t020 123 4567\t'],
  ['Anna Bakker: +31 6 12345678 anna@bakker.nl', 'Anna Bakker\t+31 6 12345678\tanna@bakker.nl'],
  ['Anna Bakker <anna@bakker.nl>', 'Anna Bakker\t\t<anna@bakker.nl>'],
  ['Anna Bakker tel. 0612345678\nBram', 'Anna Bakker\t0612345678\t\nBram\t\t'],
])('%j becomes %j', (text, columns) => {
  expect(pastedLines(text)).toBe(columns);
});

test.each([
  'Anna Bakker\nBram de Vries',
  'Prospect 4711',
  '0612345678',
  'naam;telefoon\nAnna;0612345678',
  'Anna, 06-12345678',
])('%j is left as it is', (text) => {
  expect(pastedLines(text)).toBe(text);
});
