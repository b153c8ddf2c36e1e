import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from '#mail/read-message';
import { verifyAll } from '#usecases/verify/verify-all';
import { captureMail, type FoundIn } from '#usecases/mailbox/capture-mail';
import type { Workspace } from '#tests/support/house';
import { aMail, type MailParts } from '#tests/support/mail/a-mail';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const me = 'anna@bedrijf.example';
const bram = 'bram@klant.example';

type Where = Partial<FoundIn>;
async function capture(workspace: Workspace, mail: MailParts, where: Where = {}) {
  const found: FoundIn = {
    mailboxId: null,
    role: 'inbox',
    own: new Set([me]),
    leftOutDomains: [],
    countsFrom: new Date('2026-11-23T23:00:00Z'),
    receivedAt: house().now(),
    ...where,
  };
  return captureMail(workspace.context, await readMessage(Buffer.from(aMail({ date: house().now(), ...mail }))), found);
}
const sent = (workspace: Workspace, mail: Partial<MailParts> = {}) =>
  capture(workspace, { from: me, to: bram, ...mail }, { role: 'sent' });
const received = (workspace: Workspace, mail: Partial<MailParts> = {}) =>
  capture(workspace, { from: `Bram <${bram}>`, to: me, ...mail });

async function withBram() {
  house().setNow('2026-11-24T09:00:00Z');
  const workspace = await house().aWorkspace();
  const { id, person } = await workspace.anOpportunity({ person: { name: 'Bram', email: bram } });
  const opportunity = async () => (await workspace.api.get(`/opportunities/${id}`)).body;
  const later = (hour: number) => house().setNow(`2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`);
  return { workspace, opportunity, later, id, personId: String(person?.id) };
}

test('several mails to one person on a day are one contact moment; the next day it is another', async () => {
  const { workspace, opportunity, later } = await withBram();
  await sent(workspace);
  later(11);
  await sent(workspace);
  expect(await opportunity()).toMatchObject({ held: 1, last: { outcome: 'message_left' } });
  house().setNow('2026-11-25T09:00:00Z');
  await sent(workspace);
  expect(await opportunity()).toMatchObject({ held: 2 });
});

test('their answer has no number, and makes the moment a conversation when we answer', async () => {
  const { workspace, opportunity, later } = await withBram();
  await sent(workspace, { id: 'a@x' });
  later(10);
  await received(workspace, { text: 'Ja.', headers: ['In-Reply-To: <a@x>'] });
  later(11);
  await received(workspace, { text: 'En nog iets.', headers: ['In-Reply-To: <a@x>'] });
  const waiting = await opportunity();
  expect(waiting).toMatchObject({ held: 1, conversations: 0, warmth: 'spoke', nextMoment: { on: '2026-11-24' } });
  const timeline = await workspace.api.get(`/persons/${waiting.person.id}/timeline`);
  expect(timeline.body.items.filter((one: { kind: string }) => one.kind === 'inbound')).toHaveLength(1);
  later(12);
  await sent(workspace, { headers: ['In-Reply-To: <b@x>'] });
  expect(await opportunity()).toMatchObject({ held: 1, conversations: 1, waitingSince: null });
});

test('the same mail in two folders, in two mailboxes or seen again counts once', async () => {
  const { workspace, opportunity } = await withBram();
  const colleague = await house().aMember(workspace, 'seller');
  const mail = { id: 'same@x', from: me, to: bram };
  await capture(workspace, mail, { role: 'sent' });
  await capture(workspace, mail, { role: 'sent' });
  await capture({ ...workspace, context: colleague.context }, mail, { role: 'sent' });
  await Promise.all([1, 2, 3, 4].map(() => received(workspace, { id: 'in@x' })));
  expect(await opportunity()).toMatchObject({ held: 1 });
});

test('who writes after we stopped is open again at their number; a customer who mails is no opportunity', async () => {
  const { workspace, opportunity, id } = await withBram();
  await sent(workspace);
  await workspace.api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' });
  await received(workspace);
  expect(await opportunity()).toMatchObject({ state: 'open', held: 1 });
  await workspace.aMoment(id, { outcome: 'bought' });
  expect(await received(workspace)).toEqual({ persons: 1, moments: 0 });
  expect(await opportunity()).toMatchObject({ state: 'won' });
});

test('a mail of before the mailbox was connected is shown, and counted nowhere', async () => {
  const { workspace, opportunity, personId } = await withBram();
  const old = { date: new Date('2026-11-20T09:00:00Z') };
  await capture(workspace, { from: me, to: bram, ...old }, { role: 'sent', receivedAt: old.date });
  await capture(workspace, { from: bram, to: me, ...old }, { receivedAt: old.date });
  expect(await opportunity()).toMatchObject({ held: 0, waitingSince: null });
  expect((await workspace.api.get(`/persons/${personId}/mails`)).body.items).toHaveLength(2);
});

test('strangers, own mails, left out domains, lists, forged senders and who is restricted leave no trace', async () => {
  const { workspace, opportunity, personId } = await withBram();
  expect(await capture(workspace, { from: 'spam@vreemd.example', to: me })).toEqual({ persons: 0, moments: 0 });
  expect(await capture(workspace, { from: me, to: bram })).toEqual({ persons: 0, moments: 0 });
  expect(await capture(workspace, { from: bram, to: me }, { leftOutDomains: ['klant.example'] })).toEqual({
    persons: 0,
    moments: 0,
  });
  expect(await received(workspace, { headers: ['List-Id: <nieuws.klant.example>'] })).toEqual({
    persons: 0,
    moments: 0,
  });
  expect(
    await received(workspace, { headers: ['Authentication-Results: mx; dmarc=fail header.from=klant.example'] }),
  ).toEqual({ persons: 1, moments: 0 });
  expect(await opportunity()).toMatchObject({ held: 0, waitingSince: null });
  await workspace.api.post(`/persons/${personId}/restrict`);
  expect(await received(workspace)).toEqual({ persons: 0, moments: 0 });
});

test('an answering machine moves what was planned to when they are back, and nobody waits for us', async () => {
  const { workspace, opportunity } = await withBram();
  await sent(workspace);
  const before = await opportunity();
  await received(workspace, {
    subject: 'Automatisch antwoord: Offerte',
    text: 'Ik ben afwezig tot en met vrijdag 15 januari 2027.',
    headers: ['Auto-Submitted: auto-replied'],
  });
  expect(before.nextMoment.on < '2027-01-15').toBe(true);
  expect(await opportunity()).toMatchObject({ held: 1, waitingSince: null, nextMoment: { on: '2027-01-18' } });
});

const bounce = (address: string, status: string): Partial<MailParts> => ({
  from: 'Mail Delivery System <MAILER-DAEMON@mx.bedrijf.example>',
  to: me,
  subject: 'Undelivered Mail Returned to Sender',
  body: {
    type: 'multipart/report; report-type=delivery-status; boundary=b',
    content: `--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: ${status}\r\n\r\n--b--`,
  },
});

test('an address that nobody has is not offered any more, until there is another one', async () => {
  const { workspace, opportunity, personId, id } = await withBram();
  const { body: person } = await workspace.api.patch(`/persons/${personId}`, { version: 1, phone: '0612345678' });
  await workspace.api.post(`/opportunities/${id}/plan`, { on: '2026-12-01', channel: 'email' });
  // Nothing was sent to them: anybody may have written that.
  expect(await received(workspace, bounce(bram, '5.1.1'))).toEqual({ persons: 0, moments: 0 });
  await sent(workspace);
  await workspace.api.post(`/opportunities/${id}/plan`, { on: '2026-12-01', channel: 'email' });
  await received(workspace, bounce(bram, '5.2.2'));
  const channels = async () => (await opportunity()).channels ?? (await opportunity()).person.channels;
  const offered = async () => (await channels()).map((one: { channel: string }) => one.channel);
  expect(await offered()).toContain('email');
  await received(workspace, bounce(bram, '5.1.1'));
  expect(await offered()).not.toContain('email');
  expect((await opportunity()).nextMoment.channel).not.toBe('email');
  const dead = (await workspace.api.get(`/persons/${personId}`)).body.person;
  expect(dead).toMatchObject({ emailDeadOn: '2026-11-24' });
  await workspace.api.patch(`/persons/${personId}`, { version: dead.version, email: 'bram@nieuw.example' });
  expect(await offered()).toContain('email');
  expect(person.id).toBe(personId);
});

test('after all this the company adds up', async () => {
  const { workspace } = await withBram();
  await sent(workspace, { id: 'v1@x' });
  await received(workspace, { headers: ['In-Reply-To: <v1@x>'] });
  await sent(workspace);
  const differences: unknown[] = [];
  await verifyAll(house().databases, {
    found: (difference) => void differences.push(difference),
    done: () => {},
  });
  expect(differences).toEqual([]);
});

/** An answer as calendars send it: the part beside the words, and the same again as a file (RFC 6047, 2.4). */
function anAnswer(appointmentId: string, partstat: string, attendee: string): Pick<MailParts, 'subject' | 'body'> {
  const reply = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${appointmentId}@aanhouder`,
    'SEQUENCE:0',
    `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${attendee}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const file = Buffer.from(reply).toString('base64');
  const content = `--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nBram liet iets weten.\r\n--c\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n${reply}\r\n--c--\r\n--b\r\nContent-Type: application/ics; name=invite.ics\r\nContent-Disposition: attachment; filename=invite.ics\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n--b--`;
  return { subject: 'Antwoord: Afspraak', body: { type: 'multipart/mixed; boundary=b', content } };
}

test('an answer to an invitation stands with its appointment; a yes or a perhaps asks nothing of us, a no puts them under who waits', async () => {
  const { workspace, opportunity, id } = await withBram();
  const plan = { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T13:30:00Z' };
  expect((await workspace.api.post(`/opportunities/${id}/plan`, plan)).status).toBe(200);
  const invited = (await workspace.api.post(`/opportunities/${id}/appointment/invite`)).body;
  const answered = async (partstat: string, mail: Partial<MailParts> = {}, attendee = bram) => {
    await received(workspace, { ...anAnswer(invited.id, partstat, attendee), ...mail });
    return (await workspace.api.get(`/opportunities/${id}/appointment`)).body.appointment.answer;
  };
  const eva = 'eva@klant.example';
  await workspace.aPerson({ name: 'Eva', email: eva, phone: '+31611112222' });
  // From another address, in the name of another, or of whom the domain says that it is not theirs.
  expect(await answered('DECLINED', { from: eva })).toBeNull();
  expect(await answered('DECLINED', { from: eva }, eva)).toBeNull();
  const forged = ['Authentication-Results: mx; dmarc=fail header.from=klant.example'];
  expect(await answered('DECLINED', { headers: forged })).toBeNull();
  expect(await opportunity()).toMatchObject({ waitingSince: null });
  expect(await answered('ACCEPTED')).toBe('accepted');
  expect(await answered('TENTATIVE')).toBe('tentative');
  expect(await opportunity()).toMatchObject({ waitingSince: null, nextMoment: { on: '2026-12-02' } });
  // As calendars of Google send it.
  expect(await answered('DECLINED', { headers: ['Auto-Submitted: auto-generated'] })).toBe('declined');
  expect(await opportunity()).toMatchObject({ waitingSince: expect.any(String), lastWords: 'Bram liet iets weten.' });
});

test('whatever somebody known sends is kept, and nothing in it stops the reading of what comes after', async () => {
  const { workspace, personId } = await withBram();
  const { body } = anAnswer('0', 'ACCEPTED', bram);
  const found = { mailboxId: null, role: 'inbox', own: new Set([me]), leftOutDomains: [] } as const;
  const change = fc.record({ at: fc.nat(1_000_000), bytes: fc.uint8Array({ maxLength: 20 }) });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      let raw = Buffer.from(aMail({ from: bram, to: me, ...(body && { body }), subject: 'Dag', date: house().now() }));
      // Who it is from stays: of others nothing is kept.
      const start = raw.indexOf('Subject:');
      for (const { at, bytes } of changes) {
        const from = start + (at % (raw.length - start));
        raw = Buffer.concat([raw.subarray(0, from), bytes, raw.subarray(from + bytes.length)]);
      }
      const place = { ...found, countsFrom: new Date(0), receivedAt: house().now() };
      kept += (await captureMail(workspace.context, await readMessage(raw), place)).persons;
    }),
    { numRuns: 80 },
  );
  expect(kept).toBeGreaterThan(20);
  expect((await workspace.api.get(`/persons/${personId}/mails`)).status).toBe(200);
});
