import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchInbox } from '#jobs/watch-inbox';
import { openEgress } from '#mail/egress/egress';
import type { Workspace } from '#tests/support/house';
import { aMail, type MailParts } from '#tests/support/mail/a-mail';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { until } from '#tests/support/mail/until';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let dovecot: Dovecot;
beforeAll(async () => void (dovecot = await startDovecot('van-de-host')));
afterAll(() => dovecot.close());

const bram = 'bram@klant.example';
const forwarded = `Zie onder.\n\n---------- Forwarded message ---------\nFrom: Bram <${bram}>\nDate: Tue, Nov 24, 2026 at 9:12 AM\nSubject: Oven\n\nJa, graag.`;

async function withAddress() {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity({ person: { name: 'Bram', email: bram } });
  const { body } = await workspace.api.post('/mailbox/inbox');
  const opportunity = async () => (await workspace.api.get(`/opportunities/${id}`)).body;
  return { workspace, address: String(body.inbox.address), opportunity };
}
const write = (workspace: Workspace, parts: Partial<MailParts> & { to: string }) =>
  dovecot.deliver('inbox', aMail({ from: workspace.email, date: house().now(), ...parts }));

test('without any mailbox a mail that was forwarded, or had a blind copy here, counts for who sent it and for nobody else', async () => {
  const [anna, other] = [await withAddress(), await withAddress()];
  expect(anna.address).toMatch(/^inbox\+[a-z2-7]{16}@host\.example$/);
  const failed: unknown[] = [];
  const { databases, now, identity } = house();
  const running = watchInbox(
    { databases, now, newId: identity.newId, failed: (_, error) => void failed.push(error) },
    openEgress(['127.0.0.1']),
    {
      address: 'inbox@host.example',
      server: { host: '127.0.0.1', port: dovecot.imapPort, security: 'none' },
      user: 'inbox',
      pass: 'van-de-host',
    },
    100,
  );
  try {
    // Somebody else who knows the address, and a token that nobody has.
    await write(other.workspace, { to: anna.address, text: forwarded, subject: 'Fwd: Oven' });
    await write(anna.workspace, { to: 'inbox+aaaaaaaaaaaaaaaa@host.example', text: forwarded });
    await write(anna.workspace, { to: anna.address, text: forwarded, subject: 'Fwd: Oven' });
    const waiting = await until(async () => {
      const found = await anna.opportunity();
      return found.waitingSince === null ? null : found;
    });
    expect(waiting).toMatchObject({ held: 0, lastWords: 'Ja, graag.' });
    await write(anna.workspace, {
      to: bram,
      subject: 'Re: Oven',
      text: 'Fijn.',
      headers: [`Delivered-To: ${anna.address}`],
    });
    const sent = await until(async () => {
      const found = await anna.opportunity();
      return found.held === 1 ? found : null;
    });
    expect(sent).toMatchObject({ held: 1, conversations: 1, waitingSince: null });
    expect(await other.opportunity()).toMatchObject({ held: 0, waitingSince: null });
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});
