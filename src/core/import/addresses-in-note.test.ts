import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesInNote } from './addresses-in-note.ts';

const keys = (note: string) => {
  const { email, phone } = addressesInNote(note);
  return [phone, email?.key ?? null];
};

describe('a telephone number and mail address in a note', () => {
  it.each([
    ['06-51515151 / keesdb@bruin.nl - 3/9 vm, 12/9 mail', '+31651515151', 'keesdb@bruin.nl'],
    ['fatima@elamrani.nl. Gesproken 2 sept', null, 'fatima@elamrani.nl'],
    ['tel 06-51515151 3/9 vm', '+31651515151', null],
    ['3/9 vm. Bel op 020 - 624 11 11!', '+31206241111', null],
    ['+31 6 87654321', '+31687654321', null],
    ['mailto:Jan@Bakker.nl (privé), (020) 555 12 34', '+31205551234', 'jan@bakker.nl'],
  ])('of %j are taken', (note, phone, email) => {
    expect(keys(note)).toEqual([phone, email]);
  });

  it.each([
    '01-02-2026 14 uur gebeld',
    '3/9 vm, 12/9 mail, 20-9 gg',
    'order 0001234567890123, € 0.123.456.789',
    'kamer 012345678901',
    'mail naar jan@ of @bakker',
    '12345678 stuks, 612345678',
    'bellen na 14u, vraag naar José. 7 nov gemaild',
  ])('are not made up of %j', (note) => {
    expect(keys(note)).toEqual([null, null]);
  });

  it('are looked for in any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0612+-/ .()@x\n'), maxLength: 60 }), (note) => {
        const { phone } = addressesInNote(note);
        expect(phone === null || phone.startsWith('+')).toBe(true);
      }),
    );
  });
});
