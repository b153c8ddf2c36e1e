import { expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { awayUntil } from './away-until.ts';
import type { MailFacts } from './mail-facts.ts';

const mail = (text: string, subject = 'Afwezig', headers: [string, string][] = []): MailFacts => ({
  from: null,
  to: [],
  subject,
  date: null,
  messageId: null,
  inReplyTo: null,
  references: [],
  headers: new Map(headers),
  text,
  reports: [],
  original: '',
});
const on = toDay('2026-11-24');

test.each([
  ['Ik ben afwezig tot 7 december.', '2026-12-07'],
  ['Ik ben afwezig tot en met vrijdag 4 december 2026.', '2026-12-05'],
  ['Ik ben t/m 4-12 met vakantie.', '2026-12-05'],
  ['Vanaf maandag 7 december ben ik weer bereikbaar.', '2026-12-07'],
  ['Ik ben met verlof van 23 november tot 1 februari', '2027-02-01'],
  ['I am out of the office until December 7th, 2026.', '2026-12-07'],
  ['I will be back in the office on Monday, 7 December.', '2026-12-07'],
  ['Returning to the office on May 5th.', '2027-05-05'],
  ['I am on leave through 11/12/2026.', '2026-12-12'],
  ['Back on 2026-12-07.', '2026-12-07'],
])('%s', (text, day) => {
  expect(awayUntil(mail(text), on)).toBe(day);
});

test.each([
  'Ik ben er even niet.',
  'Op 7 december vieren we ons jubileum; ik antwoord zo snel mogelijk.',
  'Ik ben afwezig tot 20 november 2026.',
  'Ik ben afwezig tot 31 februari.',
  'Ik ben weg tot 1 september 2029.',
  'Bel 030-1234567 of kom tot 17:00 langs op nummer 4-12a.',
])('names no day on which they are back: %s', (text) => {
  expect(awayUntil(mail(text), on)).toBeNull();
});

test('an answering machine of Apple says it in a header', () => {
  const criteria = '{kind=VACATION,startDate=2026-11-20T15:00:00Z,endDate=2026-12-10T14:59:59Z}';
  expect(awayUntil(mail('Slaapt.', 'Auto reply', [['x-apple-criteria', criteria]]), on)).toBe('2026-12-10');
});
