import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BadLine, badLine } from '#tests/support/mail/bad-line';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { aPostOffice, outboxOf, queueFor, transportTo } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let smtp: FakeSmtp;
let line: BadLine;
beforeAll(async () => {
  smtp = await fakeSmtp();
  line = await badLine(smtp.port);
});
afterAll(async () => {
  await line.close();
  await smtp.close();
});

test.each([
  ['says nothing', 'hang', /220 /, { state: 'queued', reason: 'try_again' }, 0],
  ['greets byte by byte, for ever', 'drip', /250[ -]/, { state: 'queued', reason: 'try_again' }, 0],
  ['hangs before it asks for the message', 'hang', /250 Accepted/, { state: 'queued', reason: 'try_again' }, 0],
  [
    'takes the message and then says nothing',
    'hang',
    /250 Ok: queued/i,
    { state: 'uncertain', reason: 'line_broke' },
    1,
  ],
] as const)('a mail server that %s is left, and it is told what is known', async (_, and, at, expected, arrived) => {
  const workspace = await house().aWorkspace();
  const address = `hangt${arrived}${at.source.length}@example.com`;
  await queueFor(workspace, { to: { name: null, address } });
  // However long one waits: nothing comes.
  const settings = { ...smtp.settings, port: line.port, patienceMs: 400 };
  const troubles: unknown[] = [];
  line.trouble = { at, and };
  const office = aPostOffice(house(), transportTo({ settings }), troubles, { hears: false });
  await office.pass();
  expect(await outboxOf(workspace)).toMatchObject([{ ...expected, answer: expect.stringMatching(/\w/) }]);
  expect(smtp.to(address)).toHaveLength(arrived);
  // Later it does what it should: what waited goes, what may have arrived does not go again.
  line.trouble = null;
  house().setNow(new Date(house().now().getTime() + 120_000));
  await office.pass();
  await office.close();
  expect(smtp.to(address)).toHaveLength(1);
  expect(troubles).toEqual([]);
});
