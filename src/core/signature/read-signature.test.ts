import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCard } from './read-card.ts';
import { readSignature } from './read-signature.ts';
import { signatures } from './signature.cases.ts';

const nothing = { name: null, organisation: null, title: null, phones: [], email: null, linkedin: null, address: null };

describe('a signature as people write it', () => {
  test.each(signatures)('%s', (_, text, says) => expect(readSignature(text)).toEqual({ ...nothing, ...says }));

  test('what says nobody says nothing', () => {
    for (const text of ['', '--', 'Met vriendelijke groet,', 'www.example.com', '12345'])
      expect(readSignature(text)).toBeNull();
  });

  test('any text is read, and never more than it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const read = readSignature(text);
        for (const phone of read?.phones ?? []) expect(text.replaceAll(/[\u00a0\u2007\u202f]/g, ' ')).toContain(phone);
      }),
    );
    expect(readSignature('a '.repeat(100_000))).toBeNull();
  });
});

describe('a card', () => {
  test('of an iPhone', () => {
    const text =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:van den Berg;Marieke;;;\r\nFN:Marieke van den Berg\r\nORG:Bakkerij\\; Smit;Verkoop\r\nTITLE:Directeur\r\nitem1.EMAIL;type=INTERNET;type=pref:marieke@example.nl\r\nTEL;type=WORK;type=VOICE:030-1234567\r\nTEL;type=CELL;type=VOICE;type=pref:+31 6 12345678\r\nTEL;type=FAX:030-1234568\r\nADR;type=WORK:;;Dorpsstraat 12;Utrecht;;3512 AB;Nederland\r\nURL:https://www.linkedin.com/in/mari\r\n eke\r\nEND:VCARD\r\n';
    expect(readCard(text)).toEqual({
      name: 'Marieke van den Berg',
      organisation: 'Bakkerij; Smit',
      title: 'Directeur',
      phones: ['+31 6 12345678', '030-1234567'],
      email: 'marieke@example.nl',
      linkedin: 'https://www.linkedin.com/in/marieke',
      address: 'Dorpsstraat 12, Utrecht, 3512 AB, Nederland',
    });
  });

  test('of an old telephone, without a full name', () => {
    const text =
      'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\nTEL;CELL:0612345678\nEND:VCARD';
    expect(readCard(text)).toEqual({ ...nothing, name: 'Jörg Müller', phones: ['0612345678'] });
  });

  test('that is none, or broken', () => {
    expect(readCard('Jan Jansen')).toBeNull();
    expect(readCard('BEGIN:VCARD\nno colon\nEND:VCARD')).toEqual(nothing);
  });
});
