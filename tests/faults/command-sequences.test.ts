import { expect, test } from 'vitest';
import { runHundred } from '#tests/support/sequences/run-hundred';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
/** SEED chooses another ten thousand, HUNDREDS how many times a hundred. */
const first = Number(process.env['SEED'] ?? 1000);
const hundreds = Number(process.env['HUNDREDS'] ?? 100);

test(`${hundreds * 100} random sequences of commands, verify after each hundred`, { timeout: 3_000_000 }, async () => {
  for (let hundred = 0; hundred < hundreds; hundred += 1) {
    expect(await runHundred(house(), first + hundred)).toBeNull();
  }
});
