import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimReply } from './trim-reply.ts';

const reply = 'Dank je, dinsdag past.\n\nGroet, Bram';

test.each([
  ['Gmail, Dutch', 'Op di 3 mrt 2026 om 10:12 schreef Anna Bakker <anna@voorbeeld.nl>:\n\n> Past dinsdag?\n> Anna'],
  [
    'Gmail, broken over two lines',
    'On Tue, Mar 3, 2026 at 10:12 AM Anna Bakker <\nanna@voorbeeld.nl> wrote:\n\n> Past dinsdag?',
  ],
  ['Apple Mail', 'Op 3 mrt 2026, om 10:12 heeft Anna <anna@voorbeeld.nl> het volgende geschreven:\n\n> Past dinsdag?'],
  [
    'Outlook, Dutch',
    '________________________________\nVan: Anna Bakker <anna@voorbeeld.nl>\nVerzonden: dinsdag 3 maart 2026 10:12\nAan: Bram\nOnderwerp: Past dinsdag?\n\nPast dinsdag?',
  ],
  [
    'Outlook, English',
    'From: Anna Bakker <anna@voorbeeld.nl>\nSent: Tuesday, 3 March 2026 10:12\nTo: Bram\nSubject: Past dinsdag?\n\nPast dinsdag?',
  ],
  ['an older Outlook', '-----Oorspronkelijk bericht-----\nVan: Anna\n\nPast dinsdag?'],
  ['a signature', '-- \nBram de Boer\nBakkerij De Boer\n06 12345678'],
  ['a phone', 'Verstuurd vanaf mijn iPhone'],
  ['a phone and a quote', 'Sent from my iPhone\n\n> On 3 Mar 2026, at 10:12, Anna wrote:\n> Past dinsdag?'],
  ['German', 'Am 03.03.2026 um 10:12 schrieb Anna <anna@voorbeeld.nl>:\n> Past dinsdag?'],
])('without what stands below it: %s', (_, below) => {
  expect(trimReply(`${reply}\n\n${below}`)).toBe(reply);
});

test('an answer between the lines keeps the own lines', () => {
  expect(trimReply('Op di schreef Anna <a@b.nl>:\n> Past dinsdag?\nJa.\n> En de prijs?\nGoed zo.\n')).toBe(
    'Ja.\nGoed zo.',
  );
});

test('a message that is only a quote is shown as what it says', () => {
  expect(trimReply('> Past dinsdag?')).toBe('Past dinsdag?');
});

test.each(['Op dinsdag kan ik.\nVan: 9 tot 12', 'Prijzen\n----------\nA: 3\nB: 4', 'Van mij mag het.\nGroet'])(
  'own words stay: %j',
  (text) => {
    expect(trimReply(text)).toBe(text);
  },
);

test('whatever comes in, nothing is added and nothing hangs', () => {
  const piece = fc.constantFrom(
    '\n',
    '> ',
    'On ',
    'Op ',
    ' wrote:',
    ' schreef:',
    '--',
    '-- \n',
    '___',
    'a',
    ' ',
    '\t',
    'From: x\n',
    'Sent: y\n',
    '<a@b.nl>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join('');
      expect(trimReply(text).length).toBeLessThanOrEqual(text.length);
    }),
  );
  for (const one of ['\n', ' ', '> ', 'On ', '-', '_', 'On x\n', 'From: x\n', '\t\n', 'Sent from my '])
    trimReply(one.repeat(60_000));
});
