import type { Asked } from './operations.ts';
import type { Records } from './full-workspace.ts';

const on = '2026-12-03';
const boardCursor = (id: string) => Buffer.from(JSON.stringify([on, id])).toString('base64url');

/**
 * For each operation what its owner may well ask of it in a full workspace (first what anybody who reads may), so that a refusal elsewhere is for the ids and not for a mistake.
 * A new route fails tests/integration/every-route until it stands here. Every id of a record that it takes stands in one of them.
 */
export const requests: Readonly<Record<string, (records: Records) => readonly Asked[]>> = {
  'GET /me': () => [{}],
  'PATCH /me': () => [{ body: { version: 1, minutesADay: 90 } }],
  'GET /settings': () => [{}],
  'PATCH /settings': () => [{ body: { version: 1, averageValue: 300_000 } }],
  'GET /members': () => [{}],
  'GET /days-off': () => [{}],
  'POST /days-off': () => [{ body: { fromOn: '2027-05-03', untilOn: '2027-05-07' } }],
  'DELETE /days-off/{id}': ({ dayOff }) => [{ path: { id: dayOff.id } }],
  'POST /absences/preview': () => [{ body: { fromOn: '2027-05-03', untilOn: '2027-05-07' } }],
  'POST /absences': ({ colleague }) => [
    { body: { fromOn: '2027-06-01', untilOn: '2027-06-02', moments: 'move' } },
    { body: { fromOn: '2026-11-24', untilOn: '2027-06-02', moments: 'hand_over', assigneeId: colleague.id } },
  ],
  'GET /phone': () => [{}],
  'GET /tokens': () => [{}],
  'POST /tokens': () => [{ body: { name: 'nog een' } }],
  'DELETE /tokens/{id}': ({ token }) => [{ path: { id: token.id } }],

  'GET /today': () => [{ query: { minutes: '60' } }],
  'GET /today/done': () => [{}],
  'GET /today/later': () => [{}],
  'GET /pace': () => [{}],
  'POST /pace/fit': () => [{ body: {} }],
  'POST /today/spread': () => [{ body: { days: 5 } }],

  'GET /opportunities': ({ colleague }) => [{}, { query: { assigneeId: colleague.id } }, { query: { q: 'oven' } }],
  'POST /opportunities': ({ person, organisation, colleague }) => [
    { body: { title: 'Nieuw', person: { name: 'Gerda' } } },
    { body: { title: 'Nieuw', personId: person.id } },
    { body: { title: 'Nieuw', organisationId: organisation.id } },
    { body: { title: 'Nieuw', person: { name: 'Gerda' }, assigneeId: colleague.id } },
  ],
  'GET /opportunities/{id}': ({ opportunity }) => [{ path: { id: opportunity.id } }],
  'PATCH /opportunities/{id}': ({ opportunity: { id, version }, otherPerson, organisation }) => [
    { path: { id }, body: { version, title: 'Anders' } },
    { path: { id }, body: { version, personId: otherPerson.id } },
    { path: { id }, body: { version, organisationId: organisation.id } },
    {
      path: { id },
      body: { version, recurring: { amount: 10_000, months: 12 }, quote: { amount: 120_000, sentOn: '2026-11-23' } },
    },
  ],
  'POST /opportunities/{id}/moments': ({ opportunity: { id } }) => [
    { path: { id }, body: { channel: 'call', outcome: 'spoke' } },
    { path: { id }, body: { channel: 'call', outcome: 'do_not_contact' } },
  ],
  'POST /opportunities/{id}/stop': ({ opportunity: { id } }) => [
    { path: { id }, body: { saidNo: true, reason: 'no_need' } },
  ],
  'POST /opportunities/{id}/revive': ({ stopped: { id } }) => [{ path: { id }, body: {} }],
  'POST /opportunities/{id}/plan': ({ opportunity: { id } }) => [{ path: { id }, body: { on, channel: 'call' } }],
  'POST /opportunities/{id}/hand-over': ({ opportunity: { id }, colleague }) => [
    { path: { id }, body: { assigneeId: colleague.id } },
  ],
  'POST /opportunities/{id}/pin': ({ opportunity: { id } }) => [{ path: { id }, body: { choice: 'yes' } }],
  'POST /opportunities/{id}/inbound': ({ opportunity: { id } }) => [{ path: { id }, body: { channel: 'call' } }],
  'POST /opportunities/{id}/undo': ({ opportunity: { id } }) => [{ path: { id }, body: {} }],
  'POST /changes/{id}/undo': ({ change }) => [{ path: { id: change.id }, body: {} }],
  'GET /opportunities/{id}/worth': ({ opportunity: { id } }) => [{ path: { id } }],
  'GET /opportunities/{id}/plan-history': ({ opportunity: { id } }) => [{ path: { id } }],
  'PATCH /moments/{id}': ({ moment: { id, version } }) => [{ path: { id }, body: { version, outcome: 'interested' } }],

  'GET /persons': ({ tag }) => [{}, { query: { tagId: tag.id } }, { query: { q: 'bram' } }, { query: { q: 'brma' } }],
  'POST /persons': () => [{ body: { name: 'Hans', organisation: 'Slagerij' } }],
  'GET /persons/{id}': ({ person: { id } }) => [{ path: { id } }],
  'GET /persons/{id}/hours': ({ person: { id } }) => [{ path: { id } }],
  'GET /persons/{id}/timeline': ({ person: { id } }) => [{ path: { id } }],
  'PATCH /persons/{id}': ({ person: { id, version } }) => [{ path: { id }, body: { version, howMet: 'beurs' } }],
  'DELETE /persons/{id}': ({ otherPerson: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/merge': ({ person: { id }, otherPerson }) => [
    { path: { id }, body: { otherId: otherPerson.id } },
  ],
  'POST /persons/{id}/undo': ({ otherPerson: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/moments': ({ person: { id } }) => [{ path: { id }, body: { channel: 'post', outcome: 'spoke' } }],
  'POST /persons/{id}/object': ({ person: { id } }) => [{ path: { id }, body: { note: 'belt liever niet' } }],
  'GET /persons/{id}/permission': ({ person: { id } }) => [
    { path: { id } },
    { path: { id }, query: { channel: 'call', purpose: 'promo', at: '2026-11-24T09:00:00Z' } },
  ],
  'POST /persons/{id}/permission/overrides': ({ person: { id } }) => [
    { path: { id }, body: { channel: 'post', purpose: 'promo', reason: 'ze vroegen om een kaartje' } },
  ],
  'GET /persons/{id}/consents': ({ person: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/consents': ({ person: { id } }) => [
    {
      path: { id },
      body: { channels: ['call'], wording: 'Mag ik bellen?', wordingVersion: '1', language: 'nl', how: 'phone' },
    },
  ],
  'POST /consents/{id}/withdraw': ({ consent: { id } }) => [{ path: { id }, body: {} }],
  'GET /basis': ({ committed }) => [{}, { query: { basis: 'conversation', importId: committed.id } }],
  'POST /basis': ({ committed }) => [
    { body: { basis: 'conversation' } },
    { body: { basis: 'event', importId: committed.id } },
  ],
  'GET /persons/{id}/promises': ({ person: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/promises': ({ person: { id }, opportunity }) => [
    { path: { id }, body: { by: 'them', text: 'tekening', dueOn: on } },
    { path: { id }, body: { by: 'them', text: 'tekening', dueOn: on, opportunityId: opportunity.id } },
  ],
  'PATCH /promises/{id}': ({ promise: { id, version } }) => [{ path: { id }, body: { version, state: 'kept' } }],
  'DELETE /promises/{id}': ({ promise: { id } }) => [{ path: { id } }],

  'GET /persons/{id}/relationship': ({ person: { id } }) => [{ path: { id } }],
  'PUT /persons/{id}/keep-in-touch': ({ person: { id, version }, colleague }) => [
    { path: { id }, body: { version, everyWeeks: 6 } },
    { path: { id }, body: { version, everyWeeks: 6, memberId: colleague.id } },
  ],
  'PUT /persons/{id}/tags': ({ person: { id, version }, tag }) => [
    { path: { id }, body: { version, tagIds: [] } },
    { path: { id }, body: { version, tagIds: [tag.id] } },
  ],
  'POST /persons/{id}/days': ({ person: { id }, colleague }) => [
    { path: { id }, body: { kind: 'birthday', month: 2, day: 3 } },
    { path: { id }, body: { kind: 'birthday', month: 2, day: 3, memberId: colleague.id } },
  ],
  'PATCH /days/{id}': ({ day: { id, version }, colleague }) => [
    { path: { id }, body: { version, leadDays: 7 } },
    { path: { id }, body: { version, memberId: colleague.id } },
  ],
  'POST /days/{id}/pass': ({ day: { id, version } }) => [{ path: { id }, body: { version } }],
  'DELETE /days/{id}': ({ day: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/connections': ({ person: { id }, otherPerson }) => [
    { path: { id }, body: { kind: 'knows', personId: otherPerson.id } },
  ],
  'DELETE /connections/{id}': ({ connection: { id } }) => [{ path: { id } }],
  'GET /tags': () => [{}],
  'POST /tags': () => [{ body: { name: 'zakenclub', everyWeeks: 13 } }],
  'PATCH /tags/{id}': ({ tag: { id, version } }) => [{ path: { id }, body: { version, everyWeeks: 8 } }],
  'DELETE /tags/{id}': ({ tag: { id } }) => [{ path: { id } }],
  'GET /persons/{id}/rights': ({ person: { id } }) => [{ path: { id } }],
  'GET /persons/{id}/mentions': ({ person: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/mentions/clear': ({ erasing: { id }, otherPerson }) => [
    { path: { id }, body: { places: [{ table: 'person', field: 'good_to_know', id: otherPerson.id }] } },
    { path: { id }, body: {} },
  ],
  'POST /persons/{id}/export': ({ person: { id } }) => [
    { path: { id } },
    { path: { id }, query: { format: 'html', language: 'nl' } },
    { path: { id }, query: { format: 'vcard' } },
  ],
  'POST /persons/{id}/restrict': ({ person: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/restriction/end': ({ restricted: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/erase': ({ person: { id } }) => [{ path: { id }, body: { objects: true } }],
  'POST /persons/{id}/erase/undo': ({ erasing: { id } }) => [{ path: { id } }],
  'POST /persons/{id}/objection/withdraw': ({ objecting: { id } }) => [
    { path: { id }, body: { reason: 'belde zelf' } },
  ],
  'GET /privacy': () => [{}],
  'PATCH /privacy': () => [{ body: { version: 1, retentionMonths: 36 } }],
  'GET /privacy/requests': () => [{}, { query: { state: 'all' } }],
  'POST /privacy/requests': ({ person }) => [
    { body: { personId: person.id, kind: 'erase', receivedBy: 'phone' } },
    { body: { who: 'mevrouw De Wit', kind: 'access', receivedBy: 'letter' } },
  ],
  'PATCH /privacy/requests/{id}': ({ request: { id, version }, person }) => [
    { path: { id }, body: { version, state: 'done' } },
    { path: { id }, body: { version, personId: person.id } },
  ],
  'GET /privacy/clearing': () => [{}],
  'POST /privacy/clearing': ({ toClear }) => [{ body: { personIds: [toClear.id], act: 'erase' } }],
  'GET /privacy/register': () => [{}],
  'GET /privacy/assessment': () => [{ query: { format: 'markdown' } }],

  'GET /organisations': () => [{}, { query: { q: 'bakkerij' } }],
  'POST /organisations': () => [{ body: { name: 'Molen' } }],
  'GET /organisations/{id}': ({ organisation: { id } }) => [{ path: { id } }],
  'PATCH /organisations/{id}': ({ organisation: { id, version } }) => [
    { path: { id }, body: { version, name: 'Molen' } },
  ],

  'GET /imports': () => [{}],
  'POST /imports': () => [{ body: { text: 'name,email\nIda,ida@example.com\n' } }],
  'GET /imports/{id}': ({ committed: { id } }) => [{ path: { id } }],
  'POST /imports/{id}/check': ({ uploaded: { id }, colleague }) => [
    { path: { id }, body: { notWon: 'open' } },
    { path: { id }, body: { notWon: 'open', assigneeId: colleague.id } },
  ],
  'POST /imports/{id}/commit': ({ uploaded: { id }, colleague }) => [
    { path: { id }, body: { notWon: 'open' } },
    { path: { id }, body: { notWon: 'open', assigneeId: colleague.id } },
  ],
  'POST /imports/{id}/undo': ({ committed: { id } }) => [{ path: { id }, body: {} }],
  'GET /imports/{id}/rejected.csv': ({ committed: { id } }) => [{ path: { id } }],

  'GET /continuity': () => [{}, { query: { months: '3' } }],
  'GET /needs': () => [{}],
  'POST /needs': () => [{ body: { kind: 'rent', amount: 100_000 } }],
  'PATCH /needs/{id}': ({ need: { id, version } }) => [{ path: { id }, body: { version, amount: 600_000 } }],
  'DELETE /needs/{id}': ({ need: { id } }) => [{ path: { id } }],
  'GET /contracts': () => [{}],
  'POST /contracts': () => [{ body: { customer: 'Slagerij', amount: 40_000 } }],
  'PATCH /contracts/{id}': ({ contract: { id, version } }) => [{ path: { id }, body: { version, renews: true } }],
  'DELETE /contracts/{id}': ({ contract: { id } }) => [{ path: { id } }],

  'GET /export': () => [{}],
  'POST /export/key': () => [{ body: {} }, { body: { passphrase: 'vier losse woorden' } }],

  'GET /figures': ({ colleague }) => [{}, { query: { memberId: colleague.id } }],
  'GET /prospecting': () => [{}],
  'POST /prospecting': () => [{ body: {} }],
  'POST /prospecting/{id}/stop': ({ prospecting: { id } }) => [{ path: { id }, body: { minutes: 30 } }],
  'PATCH /prospecting/{id}': ({ prospected: { id, version } }) => [{ path: { id }, body: { version, found: 2 } }],
  'DELETE /prospecting/{id}': ({ prospected: { id } }) => [{ path: { id } }],

  'GET /mirror': () => [{ query: { by: 'conversation' } }, { query: { of: 'me' } }],
  'GET /outbox': ({ person }) => [{}, { query: { shelf: 'attention' } }, { query: { personId: person.id } }],
  'GET /outbox/{id}': ({ mail: { id } }) => [{ path: { id } }],
  'POST /outbox/{id}/cancel': ({ mail: { id, version } }) => [{ path: { id }, body: { version } }],
  'POST /outbox/{id}/again': ({ stoppedMail: { id, version } }) => [{ path: { id }, body: { version } }],
  'POST /outbox/{id}/arrived': ({ uncertainMail: { id, version } }) => [{ path: { id }, body: { version } }],
  'GET /opportunities/{id}/mail': ({ opportunity: { id } }) => [
    { path: { id } },
    { path: { id }, query: { language: 'en' } },
  ],
  'POST /opportunities/{id}/mail': ({ opportunity: { id } }) => [
    { path: { id }, body: { subject: 'Dag {{voornaam}}', text: 'Een regel.', next: { on: '2026-12-01' } } },
  ],
  'POST /opportunities/{id}/mail/preview': ({ opportunity: { id } }) => [
    { path: { id }, body: { subject: 'Dag {{voornaam}}', text: 'Een regel.' } },
  ],
  'POST /opportunities/{id}/mail/test': ({ opportunity: { id } }) => [
    { path: { id }, body: { subject: 'Dag {{voornaam}}', text: 'Een regel.' } },
  ],
  'GET /mail/templates': () => [{}],
  'PUT /mail/templates': () => [
    { body: { language: 'nl', form: 'je', step: 3, subject: 'Dag', body: 'Dag {{voornaam}}', version: 0 } },
  ],
  'POST /mail/templates/drop': () => [{ body: { language: 'nl', form: 'je', step: 4 } }],
  'GET /mail': () => [{}],
  'PATCH /mail': () => [{ body: { version: 0, signature: 'Groet, Anna' } }],
  'PATCH /mail/company': () => [{ body: { version: 0, perDay: 1000 } }],
  'GET /push': () => [{}],
  'PATCH /push': () => [{ body: { version: 1, names: true } }],
  'POST /push/devices': () => [
    {
      body: {
        endpoint: 'https://push.example.com/send/1',
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        name: 'Chromium',
      },
    },
  ],
  'DELETE /push/devices/{id}': ({ pushDevice: { id } }) => [{ path: { id } }],

  'GET /mailbox': () => [{}],
  // A provider that is known: nobody is asked.
  'POST /mailbox/find': () => [{ body: { address: 'anna@gmail.com' } }],
  'PUT /mailbox': () => [
    {
      body: {
        version: 1,
        address: 'anna@voorbeeld.nl',
        userName: 'anna',
        password: 'een ander wachtwoord',
        imap: { host: 'imap.voorbeeld.nl', port: 993, security: 'tls' },
        smtp: { host: 'smtp.voorbeeld.nl', port: 587, security: 'starttls' },
      },
    },
  ],
  'PATCH /mailbox': () => [{ body: { version: 1, leftOutFolders: ['Privé'], leftOutDomains: ['accountant.nl'] } }],
  'POST /mailbox/try': () => [{}],
  'POST /mailbox/oauth': () => [{ body: { provider: 'google', address: 'anna@gmail.com' } }],
  'POST /mailbox/oauth/finish': ({ oauthState: { id } }) => [{ body: { code: 'van-de-aanbieder', state: id } }],
  'POST /mailbox/inbox': () => [{}],
  'DELETE /mailbox': () => [{}],
  'POST /persons/{id}/files': ({ person: { id } }) => [
    { path: { id }, query: { name: 'offerte.pdf' }, body: { content: Buffer.from('%PDF-1.7').toString('base64') } },
  ],
  'GET /persons/{id}/files/{fileId}': ({ person: { id }, file }) => [{ path: { id, fileId: file.id } }],
  'DELETE /persons/{id}/files/{fileId}': ({ person: { id }, file }) => [{ path: { id, fileId: file.id } }],
  'GET /persons/{id}/mails': ({ person: { id } }) => [{ path: { id } }],
  'GET /mails/{id}': ({ captured: { id } }) => [{ path: { id } }],
  'GET /mails/{id}/files/{fileId}': ({ captured: { id }, mailFile }) => [{ path: { id, fileId: mailFile.id } }],
  'GET /public-page': () => [{}],
  'PATCH /public-page': ({ colleague }) => [
    { body: { version: 2, introNl: 'Welkom' } },
    { body: { version: 2, assigneeId: colleague.id } },
  ],
  'POST /public-page/preview': () => [{ body: { markdown: '**vet**' } }],
  'GET /public-page/lessons': () => [{}],
  'GET /public-page/lesson-versions': () => [{ query: { number: '2', language: 'nl' } }],
  'PUT /public-page/lessons/{number}/{language}': () => [
    { path: { number: '3', language: 'en' }, body: { version: 0, title: 'Ours', body: 'Text', act: 'Do' } },
  ],
  'POST /public-page/lessons/{number}/{language}/reset': () => [
    { path: { number: '4', language: 'nl' }, body: { version: 0 } },
  ],
  'GET /public-page/tips': () => [{}],
  'POST /public-page/tips': () => [{ body: { language: 'nl', title: 'Tip', body: 'Tekst' } }],
  'PUT /public-page/tips/{id}/{language}': ({ tip: { id } }) => [
    { path: { id, language: 'en' }, body: { version: 0, title: 'Tip', body: 'Text' } },
  ],
  'GET /public-page/tips/{id}/versions': ({ tip: { id } }) => [{ path: { id }, query: { language: 'nl' } }],
  'PATCH /public-page/tips/{id}': ({ tip: { id, version } }) => [
    { path: { id }, body: { version, sendAt: '2026-12-01T09:00:00Z' } },
  ],
  'DELETE /public-page/tips/{id}': ({ tip: { id } }) => [{ path: { id } }],
  'GET /public-page/subscribers': ({ subscriber }) => [
    {},
    { query: { q: 'sofie' } },
    { query: { before: subscriber.id } },
  ],
  'GET /public-page/subscribers/{id}': ({ subscriber: { id } }) => [{ path: { id } }],
  'GET /public-page/subscribers-file': () => [{}],
  'GET /public-page/figures': () => [{}],
  'GET /public-page/contact-requests': () => [{}],
  'POST /lesson-names': () => [],
  'GET /calendar': () => [{}],
  'POST /calendar/feed': () => [{ body: {} }],
  'DELETE /calendar/feed': () => [{}],
  'POST /calendar/phones': () => [{ body: { name: 'Telefoon' } }],
  'PUT /calendar/connection': () => [{ body: { kind: 'ics', address: 'https://127.0.0.1/private.ics' } }],
  'POST /calendar/connection/read': () => [{ body: {} }],
  'PATCH /calendar/connection': () => [{ body: { version: 1, dayEndsAt: 1050 } }],
  'DELETE /calendar/connection': () => [{}],
  'GET /opportunities/{id}/appointment': ({ meetingWith: { id } }) => [{ path: { id } }],
  'POST /opportunities/{id}/appointment/invite': ({ meetingWith: { id } }) => [{ path: { id } }],
  'POST /calendar/answers': ({ invited: { id } }) => [
    {
      body: {
        text: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:${id}@aanhouder\r\nSEQUENCE:9\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:answers@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      },
    },
  ],
  'GET /calendar/today': () => [{}],
  'POST /calendar/meetings/{id}/settle': ({ meeting: { id } }) => [{ path: { id } }],
  'DELETE /calendar/phones/{id}': ({ phone: { id } }) => [{ path: { id } }],

  'PUT /mirror/guess': () => [{ body: { stopsAfter: 3, salesAt: 2 } }],
  'GET /stories': () => [{}, { query: { limit: '1' } }],
  'GET /stories/week': () => [{}, { query: { on: '2026-11-02' } }],
  'GET /time': () => [{}, { query: { from: '2026-10-01', to: '2026-11-30' } }],
  'GET /board': ({ colleague }) => [{ query: { by: 'stage' } }, { query: { by: 'number', assigneeId: colleague.id } }],
  'GET /board/column': ({ colleague, opportunity }) => [
    { query: { by: 'number', key: '1', cursor: boardCursor(opportunity.id) } },
    { query: { by: 'number', key: '1', cursor: boardCursor(opportunity.id), assigneeId: colleague.id } },
  ],
  'GET /stages': () => [{}],
  'PUT /stages': () => [
    {
      body: { version: 1, stages: [{ id: 'new', name: '' }], moves: { talking: 'new', quote: 'new', deciding: 'new' } },
    },
  ],
  'POST /opportunities/{id}/stage': ({ opportunity: { id } }) => [{ path: { id }, body: { stage: 'quote' } }],
  'GET /fields': () => [{}],
  'PUT /fields': () => [{ body: { version: 1, fields: [{ of: 'person', kind: 'text', name: 'Klantnummer' }] } }],
  'PATCH /opportunities/{id}/fields': ({ opportunity: { id, version } }) => [
    { path: { id }, body: { version, values: {} } },
  ],
  'PATCH /persons/{id}/fields': ({ person: { id, version } }) => [{ path: { id }, body: { version, values: {} } }],
  'GET /opportunities/count': ({ colleague }) => [{}, { query: { assigneeId: colleague.id } }],
  'GET /views': () => [{}],
  'POST /views': () => [{ body: { name: 'Bakkers', query: { filter: 'open' } } }],
  'PATCH /views/{id}': ({ view: { id, version } }) => [{ path: { id }, body: { version, shared: true } }],
  'DELETE /views/{id}': ({ view: { id } }) => [{ path: { id } }],
  'POST /bulk': ({ opportunity, colleague }) => [
    { body: { act: { kind: 'shift', days: 7 }, opportunityIds: [opportunity.id] } },
    { body: { act: { kind: 'assign', assigneeId: colleague.id }, filter: { state: 'open' } } },
    { body: { act: { kind: 'pace', pace: 'slow' }, filter: { assigneeId: colleague.id } } },
  ],
  'POST /bulk/{id}/next': ({ bulk: { id } }) => [{ path: { id }, body: { position: 0 } }],
  'GET /bulk/{id}/export.csv': ({ takenOut: { id } }) => [{ path: { id } }],
  'GET /duplicates': () => [{}],
  'POST /duplicates/dismiss': ({ person, otherPerson }) => [{ body: { oneId: person.id, otherId: otherPerson.id } }],
  'POST /organisations/{id}/merge': ({ organisation: { id }, otherOrganisation }) => [
    { path: { id }, body: { otherId: otherOrganisation.id } },
  ],
  'GET /search': () => [{ query: { q: 'bram' } }, { query: { q: 'notitie' } }],

  'GET /missed-revenue': () => [{}],
  'GET /revive': () => [{}, { query: { letLie: 'true' } }],
  'POST /revive/plan': ({ stopped }) => [{ body: { count: 5 } }, { body: { opportunityIds: [stopped.id] } }],
};
