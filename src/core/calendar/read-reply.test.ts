import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReply } from './read-reply.ts';

const id = '5f0c2d1e-8a34-4c7b-9d21-0a1b2c3d4e5f';
const reply = (lines: string[], method = 'REPLY') =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mail//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const usual = [
  `UID:${id}@aanhouder`,
  'DTSTAMP:20261124T100000Z',
  'DTSTART:20261202T133000Z',
  'DTEND:20261202T143000Z',
  'SEQUENCE:2',
  'ORGANIZER:mailto:anna@example.com',
];

test('as Google writes it', () => {
  const text = reply([
    ...usual,
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Carla Sm',
    ' it;X-NUM-GUESTS=0:mailto:Carla@Example.nl',
  ]);
  expect(readReply(text)).toEqual({
    appointmentId: id,
    sequence: 2,
    address: 'carla@example.nl',
    answer: 'accepted',
    comment: null,
  });
});

test('as Outlook writes it, with a zone of its own and some words', () => {
  const text = reply([
    `UID:${id.toUpperCase()}@AANHOUDER`,
    'DTSTART;TZID=W. Europe Standard Time:20261202T143000',
    'SEQUENCE:0',
    'COMMENT;LANGUAGE=nl-NL:Ik ben er dan niet\\, volgende week wel',
    'ATTENDEE;PARTSTAT=DECLINED;CN="Smit, Carla":MAILTO:carla@example.nl',
  ]);
  expect(readReply(text)).toMatchObject({
    answer: 'declined',
    sequence: 0,
    comment: 'Ik ben er dan niet, volgende week wel',
  });
});

test('perhaps', () => {
  const text = reply([...usual, 'ATTENDEE;PARTSTAT=TENTATIVE:mailto:carla@example.nl']);
  expect(readReply(text)?.answer).toBe('tentative');
});

test('what is no answer to one of ours is none', () => {
  const attendee = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:carla@example.nl';
  for (const text of [
    '',
    'Ja, ik kom',
    reply([...usual, attendee], 'REQUEST'),
    reply([...usual, attendee], 'COUNTER'),
    reply(usual),
    reply([...usual, attendee, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.nl']),
    reply([...usual, 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:carla@example.nl']),
    reply([...usual, 'ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1']),
    reply(['UID:somebody@elsewhere', attendee]),
    `${reply([...usual, attendee])}${'x'.repeat(200_000)}`,
  ])
    expect(readReply(text)).toBeNull();
});

test('any text is read without a fault', () => {
  const line = fc.constantFrom(
    'BEGIN:VEVENT',
    'END:VEVENT',
    'UID:x',
    'ATTENDEE:x',
    'METHOD:REPLY',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    ';:,',
    'X',
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      expect(readReply(lines.join('\r\n'))).toBeNull();
    }),
  );
});
