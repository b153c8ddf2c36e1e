import { expect, test } from 'vitest';
import { sheetOf } from './import-names.ts';
import { readPersonLines } from './read-person-line.ts';

test('pasted names become a sheet with known headers, quoted', () => {
  const lines = readPersonLines('Jan "de Beer" Jansen, Bakker bv, 06 12345678\nPiet');
  expect(sheetOf(lines).split('\r\n')).toEqual([
    'Naam;Organisatie;Telefoon;E-mail;LinkedIn',
    '"Jan ""de Beer"" Jansen";"Bakker bv";"06 12345678";"";""',
    '"Piet";"";"";"";""',
  ]);
});
