import ical from 'node-ical';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PostOffice } from '#usecases/outbox/post-office';
import type { Workspace } from '#tests/support/house';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { aPostOffice, transportTo } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let smtp: FakeSmtp;
let office: PostOffice;
const troubles: unknown[] = [];

beforeAll(async () => {
  smtp = await fakeSmtp();
});
beforeEach(() => {
  smtp.arrived.length = 0;
  // Only when it is told to: what is on its way by itself would not have arrived yet when a pass ends.
  office = aPostOffice(house(), transportTo(smtp), troubles, { hears: false });
});
afterEach(async () => {
  await office.close();
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(() => smtp.close());

let count = 0;
async function anAppointment(workspace: Workspace): Promise<{ id: string; address: string }> {
  count += 1;
  const address = `carla${count}@example.nl`;
  const person = { name: 'Carla "de" Smit, Zn', email: address, phone: `+316100000${String(10 + count)}` };
  const { id } = await workspace.anOpportunity({ person });
  await move(workspace, id, '2026-12-02T13:30:00Z');
  return { id, address };
}
async function move({ api }: Workspace, id: string, at: string | null): Promise<void> {
  const wish = { on: at?.slice(0, 10) ?? '2026-12-05', channel: at ? 'meeting' : 'call', at };
  const { status, text } = await api.post(`/opportunities/${id}/plan`, wish);
  expect(status, text).toBe(200);
}
const appointment = async ({ api }: Workspace, id: string) =>
  (await api.get(`/opportunities/${id}/appointment`)).body.appointment;
const invite = ({ api }: Workspace, id: string) => api.post(`/opportunities/${id}/appointment/invite`);

/** The mails to an address, each with its part `text/calendar` as an independent reader has it. */
async function mailsTo(address: string) {
  await office.pass();
  return Promise.all(
    smtp.to(address).map(async ({ raw }) => {
      const mail = await PostalMime.parse(raw);
      const [file] = mail.attachments.filter(
        (one) => one.mimeType === 'text/calendar' || one.filename === 'invitation.ics',
      );
      const content = typeof file?.content === 'string' ? file.content : new TextDecoder().decode(file?.content);
      // The reader of mail ends lines its own way.
      const text = content.replaceAll(/\r?\n/g, '\r\n');
      const [event] = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
      return { mail, raw: raw.toString(), text, event };
    }),
  );
}

const replyTo = (text: string, partstat: string, more = '') =>
  text
    .replace(/METHOD:\w+/, 'METHOD:REPLY')
    .replace(/\r\n[ \t]/g, '')
    .replace(/ATTENDEE[^\r\n]*:mailto:([^\r\n]+)/, `ATTENDEE;PARTSTAT=${partstat}:MAILTO:$1${more}`);

test('an invitation goes once by mail, as calendars read it, and its answer comes back', async () => {
  const workspace = await house().aWorkspace();
  const { id, address } = await anAppointment(workspace);
  expect(await appointment(workspace, id)).toMatchObject({
    state: 'planned',
    invited: null,
    toTell: false,
    answer: null,
  });
  expect((await invite(workspace, id)).body).toMatchObject({ invited: address, toTell: false, answer: null });
  await invite(workspace, id);
  const [arrived, ...more] = await mailsTo(address);
  expect(more).toEqual([]);
  expect(arrived?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  expect(arrived?.mail.subject).toMatch(/^Uitnodiging: .*woensdag 2 december om 14:30/);
  expect(arrived?.mail.text).toContain('14:30 (Europe/Amsterdam)');
  expect(arrived?.event).toMatchObject({
    start: new Date('2026-12-02T13:30:00Z'),
    end: new Date('2026-12-02T14:30:00Z'),
  });
  expect(arrived?.text).toContain('METHOD:REQUEST\r\n');
  expect(arrived?.text).toContain('SEQUENCE:0\r\n');
  expect(arrived?.text.replace(/\r\n /g, '')).toContain(`ORGANIZER;CN="Anna Bakker":mailto:${workspace.email}`);

  const answered = await workspace.api.post('/calendar/answers', { text: replyTo(arrived?.text ?? '', 'ACCEPTED') });
  expect(answered.body).toMatchObject({ opportunityId: id, appointment: { answer: 'accepted' } });
  expect(await appointment(workspace, id)).toMatchObject({ answer: 'accepted', answeredAt: expect.any(String) });
});

test('what changes is told as the same appointment, and asks for another answer; an old answer says nothing of it', async () => {
  const workspace = await house().aWorkspace();
  const { id, address } = await anAppointment(workspace);
  await invite(workspace, id);
  const [first] = await mailsTo(address);
  await move(workspace, id, '2026-12-03T09:00:00Z');
  expect(await appointment(workspace, id)).toMatchObject({ toTell: true });
  await invite(workspace, id);
  const [, second] = await mailsTo(address);
  expect(second?.event).toMatchObject({
    uid: first?.event && 'uid' in first.event ? first.event.uid : '',
    start: new Date('2026-12-03T09:00:00Z'),
  });
  expect(second?.mail.subject).toMatch(/^Gewijzigd: /);
  await workspace.api.post('/calendar/answers', { text: replyTo(first?.text ?? '', 'ACCEPTED') });
  expect(await appointment(workspace, id)).toMatchObject({ answer: null });
  await workspace.api.post('/calendar/answers', { text: replyTo(second?.text ?? '', 'TENTATIVE') });
  expect(await appointment(workspace, id)).toMatchObject({ answer: 'tentative' });
  // On the day itself Today says so, for as long as it is the answer to what was told last.
  house().setNow('2026-12-03T07:00:00Z');
  const why = async () => (await workspace.api.get('/today')).body.items[0]?.why;
  expect(await why()).toMatchObject({ code: 'appointment', params: { answer: 'tentative' } });
  await move(workspace, id, '2026-12-03T10:00:00Z');
  expect((await why()).params).not.toHaveProperty('answer');
  house().setNow('2026-11-24T09:00:00Z');

  await move(workspace, id, null);
  expect(await appointment(workspace, id)).toMatchObject({ state: 'cancelled', toTell: true });
  await invite(workspace, id);
  const [, , third] = await mailsTo(address);
  expect(third?.raw).toMatch(/method=CANCEL/i);
  expect(third?.text).toContain('STATUS:CANCELLED');
  expect(third?.mail.subject).toMatch(/^Gaat niet door: /);
});

test('a no puts them under who waits, with their words', async () => {
  const workspace = await house().aWorkspace();
  const { id, address } = await anAppointment(workspace);
  await invite(workspace, id);
  const [arrived] = await mailsTo(address);
  const text = replyTo(arrived?.text ?? '', 'DECLINED', '\r\nCOMMENT:Liever een week later');
  for (let i = 0; i < 2; i += 1) expect((await workspace.api.post('/calendar/answers', { text })).status).toBe(200);
  expect((await workspace.api.get(`/opportunities/${id}`)).body).toMatchObject({
    waitingSince: expect.any(String),
    lastWords: 'Liever een week later',
  });
});

test('an answer of somebody else, of another company, or that is none is refused and changes nothing', async () => {
  const workspace = await house().aWorkspace();
  const other = await house().aWorkspace();
  const { id, address } = await anAppointment(workspace);
  await invite(workspace, id);
  const [arrived] = await mailsTo(address);
  const good = replyTo(arrived?.text ?? '', 'ACCEPTED');
  expect((await other.api.post('/calendar/answers', { text: good })).status).toBe(404);
  expect(
    (await workspace.api.post('/calendar/answers', { text: good.replaceAll(address, 'else@example.nl') })).status,
  ).toBe(404);
  expect((await workspace.api.post('/calendar/answers', { text: 'Ja hoor' })).status).toBe(422);
  expect(await appointment(workspace, id)).toMatchObject({ answer: null });
});

test('without a mail address nobody is invited, and the mail says nothing beside the appointment', async () => {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity({ person: { name: 'Zonder adres', phone: '+31611111111' } });
  await move(workspace, id, '2026-12-02T13:30:00Z');
  expect((await invite(workspace, id)).body).toMatchObject({ code: 'email_invalid' });
  expect(await appointment(workspace, id)).toMatchObject({ invited: null });
  const plain = await workspace.anOpportunity({ person: { name: 'Iemand', phone: '+31622222222' } });
  expect(await appointment(workspace, plain.id)).toBeNull();
  expect((await invite(workspace, plain.id)).status).toBe(404);
});
