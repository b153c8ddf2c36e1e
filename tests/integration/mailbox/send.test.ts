import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { mailboxTransport } from '#usecases/mailbox/mailbox-transport';
import { saveMailbox } from '#usecases/mailbox/my-mailbox';
import { openVault } from '#usecases/secret/vault';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { aPostOffice } from '#tests/support/mail/post';
import { until } from '#tests/support/mail/until';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const password = 'geheim-22b7';
const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['k'.repeat(32)]) };
const arrived: { user: string; from: string; raw: string }[] = [];
let dovecot: Dovecot;
let smtp: SMTPServer;
beforeAll(async () => {
  dovecot = await startDovecot(password);
  smtp = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth({ username = '', password: given }, _session, done) {
      if (given === password) done(null, { user: username });
      else done(new Error('535 5.7.8 No'));
    },
    onData(stream, session, done) {
      void stream.toArray().then((parts: Buffer[]) => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        arrived.push({ user: String(session.user), from, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
});
afterAll(async () => {
  await new Promise<void>((done) => smtp.close(done));
  await dovecot.close();
});

test('a mail goes out by the own mailbox, lies in its folder of sent mail, and is not counted twice when that is read', async () => {
  const workspace = await house().aWorkspace();
  const address = 'anna@bedrijf.example';
  const server = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const });
  // The server's port, not its socket: it is asked for by that.
  const { port } = smtp.server.address() as AddressInfo;
  await saveMailbox(workspace.context, outside, {
    address,
    userName: 'anna',
    password,
    imap: server(dovecot.imapPort),
    smtp: server(port),
  });
  const { databases, now, identity } = house();
  const world = { databases, now, newId: identity.newId };
  const transport = mailboxTransport(world, outside);
  const troubles: unknown[] = [];
  const office = aPostOffice(house(), transport, troubles, { hears: false });
  const running = watchMailboxes({ ...world, failed: (_, error) => void troubles.push(error) }, outside, {
    lookEveryMs: 150,
    firstAfterMs: 0,
  });
  try {
    const opportunity = await workspace.anOpportunity({ person: { name: 'Bram', email: 'bram@klant.example' } });
    await workspace.aMoment(opportunity.id, { outcome: 'spoke' });
    const before = (await workspace.api.get(`/opportunities/${opportunity.id}`)).body.held;
    const written = await workspace.api.post(`/opportunities/${opportunity.id}/mail`, {
      subject: 'Oven',
      text: 'Dag Bram.',
    });
    expect(written.status, written.text).toBeLessThan(300);
    house().setNow(new Date(house().now().getTime() + 600_000));
    await office.pass();
    expect(arrived).toMatchObject([{ user: 'anna', from: address }]);
    expect(arrived[0]?.raw).toMatch(/^From: .*anna@bedrijf\.example/m);
    const mails = async () => (await workspace.api.get(`/persons/${opportunity.person?.id}/mails`)).body.items;
    await until(async () => (await mails()).length === 1);
    expect(await mails()).toMatchObject([{ direction: 'out', subject: 'Oven' }]);
    expect((await workspace.api.get(`/opportunities/${opportunity.id}`)).body.held).toBe(before + 1);
    expect(troubles).toEqual([]);
  } finally {
    await running.stop();
    await office.close();
    transport.close();
  }
});
