import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { describe, expect, it, test } from 'vitest';
import { composeMessage, type OutgoingMail, UnfitMail } from './compose-message.ts';

const mail = (wish: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Anna Bakker', address: 'anna@bakkerij.example' },
  replyTo: null,
  to: { name: 'Bram de Vries', address: 'bram@example.com' },
  subject: 'Les 3: drie is geen afscheid',
  text: 'Hallo Bram,\n\nDit is de les.\n',
  html: '<p>Hallo Bram,</p>',
  messageId: '<01936f00-0000-7000-8000-000000000001@bakkerij.example>',
  date: new Date('2026-11-24T09:00:00Z'),
  inReplyTo: null,
  references: null,
  unsubscribeUrl: null,
  automatic: true,
  ...wish,
});
const raw = async (wish: Partial<OutgoingMail> = {}) => (await composeMessage(mail(wish), null)).toString('latin1');
const headOf = (text: string) => text.slice(0, text.indexOf('\r\n\r\n'));

test('says who it is from, and keeps the id and the day it was given', async () => {
  const head = headOf(await raw());
  expect(head).toContain('From: Anna Bakker <anna@bakkerij.example>');
  expect(head).toContain('Message-ID: <01936f00-0000-7000-8000-000000000001@bakkerij.example>');
  expect(head).toContain('Date: Tue, 24 Nov 2026 09:00:00 +0000');
  expect(head).toContain('Auto-Submitted: auto-generated');
});

test('a name in any script and a long subject come back as they were, in lines that are short', async () => {
  const subject = `${'Een heel lang onderwerp over de nieuwe oven van Söderström & zonen '.repeat(6)}🚢`;
  const name = 'Zoë "de Bakker" Łukasz, c/o שלום';
  const text = await raw({ subject, to: { name, address: 'zoe@example.com' } });
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  const read = await PostalMime.parse(text);
  expect(read.subject).toBe(subject);
  expect(read.to).toEqual([{ name, address: 'zoe@example.com' }]);
});

test('a long address to unsubscribe at stays whole, and no line is over 998 characters', async () => {
  const unsubscribeUrl = `https://app.example.com/u/${'a1B2'.repeat(200)}`;
  const text = await raw({ unsubscribeUrl });
  const lines = headOf(text).split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(headOf(text).replaceAll(/\r\n[ \t]/g, ' ')).toMatch(new RegExp(`List-Unsubscribe: +<${unsubscribeUrl}>`));
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  await expect(raw({ unsubscribeUrl: `https://app.example.com/${'a'.repeat(1000)}` })).rejects.toThrow(UnfitMail);
});

test('a thread of years is named by its beginning and its newest', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => `<${n}@example.com>`);
  const head = headOf(await raw({ references: ids.join(' '), inReplyTo: '<59@example.com>' })).replaceAll(
    /\r\n[ \t]+/g,
    ' ',
  );
  const [, references = ''] = /References: (.+)/.exec(head) ?? [];
  expect(references.split(' ')).toEqual([ids[0], ...ids.slice(-19)]);
});

describe('no header can be put in', () => {
  it.each<Partial<OutgoingMail>>([
    { subject: 'Hallo\r\nBcc: kwaad@example.com' },
    { subject: 'Hallo\nBcc: kwaad@example.com' },
    { subject: 'Hallo\u0000' },
    { subject: 'Hallo\u2028Bcc: kwaad@example.com' },
    { to: { name: 'Bram\r\nBcc: kwaad@example.com', address: 'bram@example.com' } },
    { to: { name: null, address: 'bram@example.com\r\nBcc: kwaad@example.com' } },
    { to: { name: null, address: 'bram@example.com, kwaad@example.com' } },
    { from: { name: 'A\nB', address: 'anna@bakkerij.example' } },
    { inReplyTo: '<a@b>\r\nBcc: kwaad@example.com' },
    { references: '<a@b> <c@d>\n<e@f>' },
    { unsubscribeUrl: 'https://a.example/>\r\nBcc: kwaad@example.com' },
  ])('%j', async (wish) => {
    await expect(raw(wish)).rejects.toThrow(UnfitMail);
  });

  test('whatever the subject and the name are, there is one receiver and no header that nobody wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ maxLength: 40 }),
        async (subject, name) => {
          let text: string;
          try {
            text = await raw({ subject, to: { name, address: 'bram@example.com' } });
          } catch (error) {
            expect(error).toBeInstanceOf(UnfitMail);
            return;
          }
          const names = headOf(text)
            .split('\r\n')
            .filter((line) => !/^[ \t]/.test(line))
            .map((line) => line.slice(0, line.indexOf(':')));
          const known = [
            'From',
            'To',
            'Subject',
            'Message-ID',
            'Auto-Submitted',
            'Date',
            'MIME-Version',
            'Content-Type',
            'Content-Transfer-Encoding',
          ];
          expect(names.filter((one) => !known.includes(one))).toEqual([]);
          expect((await PostalMime.parse(text)).to?.map((one) => one.address)).toEqual(['bram@example.com']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('the signature of the host’s key is good, and covers what unsubscribes with one click', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const unsubscribeUrl = `https://app.example.com/u/${'token'.repeat(40)}`;
  const signed = await composeMessage(
    mail({ unsubscribeUrl, subject: 'Ééé '.repeat(60).trim(), text: `${'lange regel '.repeat(200)}\n.\n` }),
    {
      domain: 'bakkerij.example',
      selector: 'a1',
      privateKey,
    },
  );
  const resolver = async (name: string, type: string) => {
    expect([name, type]).toEqual(['a1._domainkey.bakkerij.example', 'TXT']);
    return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]];
  };
  const { results } = await dkimVerify(signed, { resolver });
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({ status: { result: 'pass' }, signingDomain: 'bakkerij.example' });
  const [, covered = ''] = /\bh=([^;]+);/.exec(signed.toString('latin1').replaceAll(/\r\n[ \t]+/g, '')) ?? [];
  expect(covered.toLowerCase().split(':')).toEqual(
    expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  const changed = Buffer.from(signed.toString('latin1').replace('/u/token', '/u/tokem'), 'latin1');
  expect((await dkimVerify(changed, { resolver })).results[0]?.status?.result).toBe('fail');
});
