import { expect, test } from 'vitest';
import type { MailFacts } from './mail-facts.ts';
import { readForwarded } from './read-forwarded.ts';

const mail = (text: string): MailFacts => ({
  from: { name: 'Anna', address: 'anna@bedrijf.example' },
  to: [],
  subject: 'Fwd: Offerte',
  date: null,
  messageId: 'x@y',
  inReplyTo: null,
  references: [],
  headers: new Map(),
  text,
  reports: [],
  original: '',
});

test.each([
  [
    'Gmail',
    'Kijk eens.\n\n---------- Forwarded message ---------\nVan: Bram Kok <bram@klant.example>\nDate: di 24 nov 2026 om 10:12\nSubject: Offerte\nTo: Anna <anna@bedrijf.example>\n\nJa, graag.\nBram',
  ],
  [
    'Outlook',
    '________________________________\nVan: Bram Kok <bram@klant.example>\nVerzonden: dinsdag 24 november 2026 10:12\nAan: Anna\nOnderwerp: Offerte\n\nJa, graag.\nBram',
  ],
  [
    'Apple Mail',
    'Begin doorgestuurd bericht:\n\n> Van: Bram Kok <bram@klant.example>\n> Onderwerp: Offerte\n> Datum: 24 november 2026 om 10:12\n> Aan: Anna\n>\n> Ja, graag.\n> Bram',
  ],
  [
    'an older Outlook',
    '-----Original Message-----\nFrom: Bram Kok [mailto:bram@klant.example]\nSent: Tuesday, November 24, 2026 10:12 AM\nTo: Anna\nSubject: Offerte\n\nJa, graag.\nBram',
  ],
])('reads whose message was forwarded: %s', (_, text) => {
  expect(readForwarded(mail(text))).toMatchObject({
    from: { name: 'Bram Kok', address: 'bram@klant.example' },
    subject: 'Offerte',
    text: 'Ja, graag.\nBram',
  });
});

test.each(['Dag Anna,\nVan: 9 tot 12 kan ik.\nBram', 'Van: Bram\nOnderwerp: x\n\nzonder adres', ''])(
  'finds none in %j',
  (text) => {
    expect(readForwarded(mail(text))).toBeNull();
  },
);
