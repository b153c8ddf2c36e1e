import { expect, test } from 'vitest';
import { nameWithAddress } from './name-with-address.ts';

test.each([
  ['Anna Bakker (anna@bakker.nl)', 'Anna Bakker', 'anna@bakker.nl'],
  ['Anna Bakker <anna@bakker.nl>', 'Anna Bakker', 'anna@bakker.nl'],
  ['Anna Bakker (anna@bakker.nl);Bram Smit (bram@smit.nl)', 'Anna Bakker', 'anna@bakker.nl'],
  ['(anna@bakker.nl)', '', 'anna@bakker.nl'],
  ['Anna (Annie) Bakker', 'Anna (Annie) Bakker', null],
  ['Anna Bakker (belt terug)', 'Anna Bakker (belt terug)', null],
  ['anna@bakker.nl', 'anna@bakker.nl', null],
])('%s is %j with %j', (text, name, email) => {
  expect(nameWithAddress(text)).toEqual({ name, email });
});
