import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashSender, useSender } from '#tests/support/mail/crash-sender';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { useHouse } from '#tests/support/use-house';

const sender = useSender();
const house = useHouse();
let smtp: FakeSmtp;
beforeAll(async () => {
  smtp = await fakeSmtp();
});
afterAll(() => smtp.close());

const tens = Array.from({ length: 20 }, (_, at) => 101 + at * 10);

test.each(tens)('a sender that is killed at every step, ten seeds from %i on', async (first) => {
  let died = 0;
  for (let seed = first; seed < first + 10; seed += 1) {
    const { wrong, killed } = await crashSender(sender(), house(), smtp, seed);
    expect(wrong, `seed ${seed}`).toEqual([]);
    died += killed;
  }
  expect(died).toBeGreaterThan(20);
});
