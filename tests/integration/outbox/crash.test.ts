import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashSender } from '#tests/support/mail/crash-sender';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let smtp: FakeSmtp;
beforeAll(async () => {
  smtp = await fakeSmtp();
});
afterAll(() => smtp.close());

// Two hundred seeds: tests/faults/outbox-crash.test.ts.
test.each([1, 2, 3])(
  'a sender that is killed at every step sends nothing twice that must not be, and loses nothing (seed %i)',
  async (seed) => {
    const { wrong, killed } = await crashSender(house(), smtp, seed);
    expect(wrong).toEqual([]);
    expect(killed).toBeGreaterThan(2);
  },
);
