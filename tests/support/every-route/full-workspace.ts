import { v7 } from 'uuid';
import { updateAppointment } from '#db/appointment';
import { replaceEvents } from '#db/calendar-event';
import { proposeClearing } from '#db/clearing';
import { endMail } from '#db/outbox';
import { inWorkspace } from '#db/transaction';
import { captureMail } from '#usecases/mailbox/capture-mail';
import { readMessage } from '#mail/read-message';
import { aMail } from '../mail/a-mail.ts';
import { queueMessages } from '#usecases/outbox/queue-message';
import type { Answer, Body } from '../client.ts';
import type { House, Member, Workspace } from '../house.ts';
import { aSubscriber } from '../public-page.ts';
import { aMessage } from '../mail/post.ts';

/** One record of each kind, by what it is. Two of these are made alike, so that only the ids differ. */
export type Records = Readonly<Record<RecordName, { id: string; version: number }>>;
export type RecordName =
  | 'colleague'
  | 'organisation'
  | 'otherOrganisation'
  | 'view'
  | 'bulk'
  | 'takenOut'
  | 'person'
  | 'otherPerson'
  | 'opportunity'
  | 'stopped'
  | 'moment'
  | 'promise'
  | 'dayOff'
  | 'token'
  | 'uploaded'
  | 'committed'
  | 'need'
  | 'contract'
  | 'day'
  | 'tag'
  | 'connection'
  | 'change'
  | 'prospected'
  | 'prospecting'
  | 'consent'
  | 'restricted'
  | 'erasing'
  | 'objecting'
  | 'toClear'
  | 'request'
  | 'pushDevice'
  | 'captured'
  | 'mailFile'
  | 'file'
  | 'oauthState'
  | 'tip'
  | 'subscriber'
  | 'mail'
  | 'stoppedMail'
  | 'uncertainMail'
  | 'phone'
  | 'meeting'
  | 'meetingWith'
  | 'invited';

export type FullWorkspace = {
  workspace: Workspace;
  viewer: Member;
  records: Records;
  /** Stands in every text that was typed into this workspace, and nowhere else. */
  mark: string;
};

/** Sealed, and in no answer (promises.md, 22). */
export const mailboxPassword = 'kanarie-die-nooit-zingt-81';
const aMailbox = (mark: string) => ({
  address: `anna@${mark}.nl`,
  userName: `anna@${mark}.nl`,
  password: mailboxPassword,
  imap: { host: `imap.${mark}.nl`, port: 993, security: 'tls' },
  smtp: { host: `smtp.${mark}.nl`, port: 465, security: 'tls' },
});

let count = 0;

export async function aFullWorkspace(house: House): Promise<FullWorkspace> {
  count += 1;
  const mark = `merk${count}teken`;
  const workspace = await house.aWorkspace({ name: `Anna ${mark}`, workspace: `Zaak ${mark}` });
  const { api } = workspace;
  const made = async (answer: Promise<Answer>): Promise<Body> => {
    const { status, body, text } = await answer;
    if (status < 300) return body;
    throw new Error(`The full workspace is not made: ${status} ${text}`);
  };
  const colleague = await house.aMember(workspace, 'seller', `Daan ${mark}`);
  await made(colleague.api.patch('/me', { version: 1, shareMirror: true }));
  const viewer = await house.aMember(workspace, 'viewer', `Vera ${mark}`);
  const organisation = await made(api.post('/organisations', { name: `Bakkerij ${mark}` }));
  const person = await made(
    api.post('/persons', {
      name: `Bram ${mark}`,
      email: `bram@${mark}.example`,
      basis: 'conversation',
      street: `Straat ${mark} 1`,
      goodToKnow: mark,
    }),
  );
  const carla = await made(api.post('/persons', { name: `Carla ${mark}`, howMet: mark }));
  const otherPerson = await made(api.patch(`/persons/${carla.id}`, { version: 1, goodToKnow: `kent wim ${mark}` }));
  const common = {
    personId: person.id,
    organisationId: organisation.id,
    value: 250_000,
    keen: `keen ${mark}`,
    source: mark,
  };
  const opened = await made(api.post('/opportunities', { ...common, title: `Oven ${mark}` }));
  const log = { channel: 'call', note: `notitie ${mark}` };
  await made(api.post(`/opportunities/${opened.id}/moments`, { ...log, outcome: 'no_answer' }));
  const lost = await made(api.post('/opportunities', { ...common, title: `Kast ${mark}` }));
  const stopped = await made(
    api.post(`/opportunities/${lost.id}/stop`, { saidNo: false, reason: 'no_response', note: mark }),
  );
  const promise = await made(
    api.post(`/persons/${person.id}/promises`, {
      by: 'me',
      text: `prijs ${mark}`,
      dueOn: '2026-11-30',
      opportunityId: opened.id,
    }),
  );
  const dayOff = await made(api.post('/days-off', { fromOn: '2026-12-24', untilOn: '2026-12-31', note: mark }));
  const token = await made(api.post('/tokens', { name: `sleutel ${mark}` }));
  const list = `name,email,organisation\nEva ${mark},eva@${mark}.example,Winkel ${mark}\n`;
  const committed = await made(api.post('/imports', { text: list }));
  await made(api.post(`/imports/${committed.id}/commit`, { notWon: 'open' }));
  const uploaded = await made(api.post('/imports', { text: list.replace('Eva', 'Fenna').replace('eva@', 'fenna@') }));
  const need = await made(api.post('/needs', { kind: 'wages', name: `Lonen ${mark}`, amount: 500_000 }));
  const contract = await made(api.post('/contracts', { customer: `Molen ${mark}`, amount: 75_000 }));
  const otherOrganisation = await made(api.post('/organisations', { name: `Slager ${mark}` }));
  const view = await made(api.post('/views', { name: `Lijst ${mark}`, query: { filter: 'open', source: mark } }));
  const all = { filter: { state: 'stopped' } };
  const bulk = await made(api.post('/bulk', { act: { kind: 'stage', stage: 'quote' }, ...all }));
  const takenOut = await made(api.post('/bulk', { act: { kind: 'export' }, ...all }));
  const day = await made(
    api.post(`/persons/${person.id}/days`, { kind: 'own', name: `opening ${mark}`, month: 2, day: 29 }),
  );
  const tag = await made(api.post('/tags', { name: `vaste ${mark}`, everyWeeks: 6 }));
  const connection = await made(
    api.post(`/persons/${person.id}/connections`, { kind: 'brought', personId: otherPerson.id, note: mark }),
  );
  const logged = await made(api.post(`/opportunities/${opened.id}/moments`, { ...log, outcome: 'spoke' }));
  const consented = await made(
    api.post(`/persons/${person.id}/consents`, {
      channels: ['email'],
      wording: `mag ik mailen ${mark}`,
      wordingVersion: '1',
      language: 'nl',
      how: 'talk',
      source: mark,
    }),
  );
  const file = await made(
    api.post(`/persons/${person.id}/files?name=${mark}.pdf`, { content: Buffer.from(mark).toString('base64') }),
  );
  const searched = await made(api.post('/prospecting'));
  const prospected = await made(api.post(`/prospecting/${searched.prospecting.id}/stop`, { minutes: 45, found: 1 }));
  const prospecting = await made(api.post('/prospecting'));
  const one = (name: string) =>
    made(api.post('/persons', { name: `${name} ${mark}`, email: `${name}@${mark}.example` }));
  const restricted = await made(api.post(`/persons/${(await one('rita')).id}/restrict`));
  const erasing = await made(api.post(`/persons/${(await one('wim')).id}/erase`, {}));
  const objecting = await made(api.post(`/persons/${(await one('olga')).id}/object`, {}));
  const toClear = await one('opa');
  await inWorkspace(house.databases, workspace.id, (tx) => proposeClearing(tx, '2027-01-01', '2026-11-24', 100));
  const request = await made(
    api.post('/privacy/requests', { who: `Wie ${mark}`, kind: 'access', receivedBy: 'email' }),
  );
  const push = await made(
    api.post('/push/devices', {
      endpoint: `https://push.example.com/send/${mark}`,
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      name: `telefoon ${mark}`,
    }),
  );
  await made(api.put('/mailbox', aMailbox(mark)));
  const begun = await made(api.post('/mailbox/oauth', { provider: 'google', address: `anna@${mark}.nl` }));
  const raw = Buffer.from(
    aMail({
      from: `Bram <bram@${mark}.example>`,
      to: `anna@${mark}.nl`,
      subject: mark,
      body: {
        type: 'multipart/mixed; boundary=b',
        content: `--b\r\nContent-Type: text/html\r\n\r\n<p>${mark}</p>\r\n--b\r\nContent-Type: application/pdf; name="${mark}.pdf"\r\n\r\n${mark}\r\n--b--`,
      },
    }),
  );
  await captureMail(workspace.context, await readMessage(raw), {
    mailboxId: null,
    role: 'inbox',
    own: new Set(),
    leftOutDomains: [],
    // Older than the mailbox: it is kept and moves nothing.
    countsFrom: new Date('2100-01-01'),
    receivedAt: house.now(),
  });
  const mails = await made(api.get(`/persons/${person.id}/mails`));
  const captured = await made(api.get(`/mails/${mails.items[0].id}`));
  const tip = await made(api.post('/public-page/tips', { language: 'nl', title: `Tip ${mark}`, body: mark }));
  const subscriber = await aSubscriber(house, workspace, {
    email: `sofie@${mark}.example`,
    name: `Sofie ${mark}`,
    slug: `zaak-${mark}`,
  });
  const [mail, stoppedMail, uncertainMail] = await mailsOf(workspace, mark, person.id);
  await made(api.post('/calendar/feed'));
  const phone = await made(api.post('/calendar/phones', { name: `toestel ${mark}` }));
  await made(api.put('/calendar/connection', { kind: 'ics', address: `https://127.0.0.1/${mark}.ics` }));
  const meetingId = v7();
  await inWorkspace(house.databases, workspace.id, (tx) =>
    replaceEvents(tx, workspace.memberId, [
      {
        id: meetingId,
        key: mark,
        starts_at: new Date('2026-11-24T08:00:00Z'),
        ends_at: new Date('2026-11-24T08:30:00Z'),
        busy: true,
        all_day: false,
        person_id: person.id,
        title: `Overleg ${mark}`,
      },
    ]),
  );
  const meeting = await made(api.post('/opportunities', { ...common, title: `Fornuis ${mark}` }));
  await made(
    api.post(`/opportunities/${meeting.id}/plan`, { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T09:00:00Z' }),
  );
  const asked = await made(api.post('/opportunities', { ...common, title: `Wasbak ${mark}` }));
  await made(
    api.post(`/opportunities/${asked.id}/plan`, { on: '2026-12-03', channel: 'meeting', at: '2026-12-03T09:00:00Z' }),
  );
  const invited = await made(api.get(`/opportunities/${asked.id}/appointment`));
  await inWorkspace(house.databases, workspace.id, (tx) =>
    updateAppointment(tx, invited.appointment.id, { invited: 'answers@example.com', invited_sequence: 0 }),
  );
  return {
    workspace,
    viewer,
    mark,
    records: {
      colleague: { id: colleague.memberId, version: 1 },
      organisation,
      otherOrganisation,
      view,
      bulk: { id: bulk.id, version: 1 },
      takenOut: { id: takenOut.id, version: 1 },
      person: (await made(api.get(`/persons/${person.id}`))).person,
      otherPerson,
      day: day.day,
      tag,
      connection: { id: connection.connection.id, version: 1 },
      opportunity: logged.opportunity,
      stopped: stopped.opportunity,
      moment: logged.moment,
      promise,
      dayOff: { id: dayOff.id, version: 1 },
      token: { id: token.id, version: 1 },
      uploaded: { id: uploaded.id, version: 1 },
      committed: { id: committed.id, version: 1 },
      need: need.need,
      contract: contract.contract,
      change: { id: logged.changeId, version: 1 },
      prospected: prospected.prospecting,
      prospecting: prospecting.prospecting,
      consent: { id: consented.consent.id, version: 1 },
      restricted,
      erasing,
      objecting,
      toClear,
      request,
      tip,
      subscriber: { id: subscriber.id, version: 1 },
      pushDevice: { id: push.devices[0].id, version: 1 },
      captured: { id: captured.id, version: 1 },
      oauthState: { id: new URL(begun.url).searchParams.get('state') ?? '', version: 1 },
      file: { id: file.id, version: 1 },
      mailFile: { id: captured.files[0].id, version: 1 },
      mail: { id: mail, version: 1 },
      stoppedMail: { id: stoppedMail, version: 2 },
      uncertainMail: { id: uncertainMail, version: 2 },
      phone: { id: phone.id, version: 1 },
      meeting: { id: meetingId, version: 1 },
      meetingWith: { id: meeting.id, version: 1 },
      invited: { id: invited.appointment.id, version: 1 },
    },
  };
}

/** One that waits, one that was stopped, and one of which nobody knows whether it arrived. */
async function mailsOf(workspace: Workspace, mark: string, personId: string): Promise<[string, string, string]> {
  const { context } = workspace;
  return inWorkspace(context.databases, workspace.id, async (tx) => {
    const queued = await queueMessages(
      tx,
      context,
      ['wacht', 'gestopt', 'onzeker'].map((name) =>
        aMessage({
          kind: 'personal',
          to: { name: `Bram ${mark}`, address: `bram@${mark}.example` },
          personId,
          memberId: workspace.memberId,
          subject: `${name} ${mark}`,
          text: `tekst ${mark}`,
          cause: `test:${name}`,
        }),
      ),
    );
    const [waiting = '', stopped = '', uncertain = ''] = queued.map((one) => one.id);
    await endMail(tx, stopped, { state: 'cancelled', reason: null, at: context.now() });
    await endMail(tx, uncertain, { state: 'uncertain', reason: 'crashed', at: context.now() });
    return [waiting, stopped, uncertain];
  });
}
