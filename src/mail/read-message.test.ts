import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsIn, readMessage, type ReadMessage } from './read-message.ts';

const read = (lines: readonly string[], encoding: BufferEncoding = 'latin1') =>
  readMessage(Buffer.from(lines.join('\r\n'), encoding));
const head = ['From: Dora <dora@klant.example>', 'To: anna@bedrijf.example', 'Subject: Dag', 'MIME-Version: 1.0'];
const body = (type: string, text: string, encoding = '8bit') =>
  read([...head, `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', text]);

/** All that the database is given. */
const kept = ({ facts, html, files }: ReadMessage): string[] => [
  facts.subject,
  facts.text,
  facts.from?.name ?? '',
  facts.from?.address ?? '',
  ...facts.to.flatMap(({ name, address }) => [name, address]),
  facts.messageId ?? '',
  facts.inReplyTo ?? '',
  ...facts.references,
  html ?? '',
  ...files.flatMap(({ name, type }) => [name, type]),
];

test.each([
  ['its own', 'text/plain; charset=iso-8859-1', 'Caf\xe9', 'Café'],
  ['of Windows that calls itself ISO', 'text/plain; charset=iso-8859-1', '\x93Ja\x94 \x80 5', '“Ja” € 5'],
  ['one that does not exist', 'text/plain; charset=x-onbekend-99', 'Dag allemaal', 'Dag allemaal'],
  ['UTF-8 that is none', 'text/plain; charset=utf-8', 'Caf\xe9 open', 'Caf\ufffd open'],
  ['none named', 'text/plain', 'Gewoon', 'Gewoon'],
])('words in a set of signs: %s', async (_, type, text, expected) => {
  expect((await body(type, text)).facts.text.trim()).toBe(expected);
});

test('a set of signs that is written in bytes of two is read, and a broken one breaks nothing', async () => {
  const text = Buffer.from('Dag Dora', 'utf16le').toString('base64');
  expect((await body('text/plain; charset=utf-16le', text, 'base64')).facts.text.trim()).toBe('Dag Dora');
  expect((await body('text/plain; charset=utf-8', '=E2=82 =ZZ =', 'quoted-printable')).facts.text).toContain('=ZZ');
});

test('what is nested deeper than anybody writes is read by its head', async () => {
  for (const depth of [30, 5000]) {
    const lines = Array.from({ length: depth }, (__, at) => [
      `Content-Type: multipart/mixed; boundary="b${at}"`,
      '',
      `--b${at}`,
    ]).flat();
    const { facts } = await read([...head, ...lines, 'Content-Type: text/plain', '', 'Diep.']);
    expect(facts).toMatchObject({ subject: 'Dag', from: { address: 'dora@klant.example' } });
    expect(facts.text.trim()).toBe(depth === 30 ? 'Diep.' : '');
  }
});

test('a NUL that is written in any way reaches nothing that is kept', async () => {
  const message = await read([
    'From: =?utf-8?Q?Do=00ra?= <do\0ra@klant.example>',
    'To: =?utf-8?Q?a=00n?= <anna@bedrijf.example>',
    'Subject: =?utf-8?Q?Da=00g?=',
    'Message-ID: <a\0b@x>',
    'In-Reply-To: <c\0d@x>',
    'References: <e\0f@x> <goed@x>',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Wel=00 dan</p>',
    '--b',
    'Content-Type: image/p\0ng; name="=?utf-8?Q?f=00.png?="',
    'Content-Disposition: attachment',
    '',
    'x',
    '--b--',
  ]);
  expect(kept(message).filter((text) => text.includes('\0'))).toEqual([]);
  expect(message.facts).toMatchObject({ subject: 'Dag', references: ['goed@x'] });
  expect(message.html).toContain('Wel dan');
});

test('no bytes at all make it throw, or keep what the database would refuse', async () => {
  const lines = [...head, 'Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/plain'];
  const whole = Buffer.from(
    [...lines, '', 'Dag', '--b', 'Content-Type: text/html', '', '<p>Dag</p>', '--b--'].join('\r\n'),
  );
  const broken = fc
    .array(fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ maxLength: 12 }) }), { maxLength: 6 })
    .map((changes) => {
      let raw = whole;
      for (const { at, bytes } of changes)
        raw = Buffer.concat([raw.subarray(0, at), bytes, raw.subarray(at + bytes.length)]);
      return raw;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        broken,
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      ),
      async (raw) => {
        expect(kept(await readMessage(raw)).filter((text) => text.includes('\0'))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['Tue, 24 Nov 2026 09:30:00 +0100', '2026-11-24T08:30:00.000Z'],
  ['Thu, 01 Jan 1970 00:00:00 +0000', null],
  ['Fri, 32 Foo 2026', null],
  ['', null],
])('a date of %j', async (date, expected) => {
  const { facts } = await read([`Date: ${date}`, ...head, '', 'Dag']);
  expect(facts.date?.toISOString() ?? null).toBe(expected);
});

test('an id has one line and no end of it inside', () => {
  expect(idsIn('<a@x> <b\r\nBcc: c@x> <d\0@x>')).toEqual(['a@x']);
});
