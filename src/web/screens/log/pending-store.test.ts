import { expect, test } from 'vitest';
import { measuredMinutes } from './pending-store.ts';

const at = 1_000_000;

test.each([
  ['a short call counts as a minute', 'call', 20_000, 1],
  ['a call of six and a half minutes as seven', 'call', 390_000, 7],
  ['a message takes no time on the phone that says anything', 'message', 60_000, null],
  ['longer than any talk: the page was left for something else', 'call', 3 * 3_600_000, null],
  ['a clock that was set back', 'call', -60_000, null],
] as const)('%s', (_, channel, passed, minutes) => {
  expect(measuredMinutes({ channel, at }, at + passed)).toBe(minutes);
});
