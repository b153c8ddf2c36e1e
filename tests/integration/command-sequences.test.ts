import { expect, test } from 'vitest';
import { runHundred } from '#tests/support/sequences/run-hundred';
import { seedsThatFound } from '#tests/support/sequences/seeds.cases';
import { useHouse } from '#tests/support/use-house';

/*
 * No sequence of commands, by whatever door, leaves an open opportunity without a next moment, or the reverse, nor a derived value that
 * history does not give (product.md, section 5 rule 1). 10,000 of them: npm run test:long.
 */
const house = useHouse();
/** Some 4 seconds each where nothing else runs. */
const timeout = 300_000;

test('a hundred random sequences of commands leave nothing for verify to find', { timeout }, async () => {
  expect(await runHundred(house(), 3)).toBeNull();
});

test.each(seedsThatFound)('seed $seed: $found', { timeout }, async ({ seed }) => {
  expect(await runHundred(house(), seed)).toBeNull();
});
