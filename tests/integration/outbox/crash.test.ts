import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinSenders } from '#db/sender-lock';
import { crashSender, runSender, useSender } from '#tests/support/mail/crash-sender';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { outboxOf, queueFor } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

const sender = useSender();
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
    const { wrong, killed } = await crashSender(sender(), house(), smtp, seed);
    expect(wrong).toEqual([]);
    expect(killed).toBeGreaterThan(2);
  },
);

test('what a sender left on its way when it died is told as soon as the next one starts, unless another still sends', async () => {
  const workspace = await house().aWorkspace();
  for (const kind of ['promotional', 'personal', 'sign_in'] as const) await queueFor(workspace, { kind });
  const { app, auth } = house().clone;
  const errand = { app, auth, port: smtp.port, at: '2026-11-24T09:00:00Z' };
  const states = async () => (await outboxOf(workspace)).map((row) => row.state);
  const other = await joinSenders(house().databases, async () => {});
  expect(await runSender(sender(), { ...errand, dieAt: { step: 'claimed', time: 1 } })).toBe('killed');
  await runSender(sender(), { ...errand, dieAt: null });
  expect(await states()).toEqual(['sending', 'sending', 'sending']);
  await other.leave();
  await runSender(sender(), { ...errand, dieAt: null });
  // What signs somebody in goes once more.
  expect(await states()).toEqual(['uncertain', 'uncertain', 'sent']);
});
