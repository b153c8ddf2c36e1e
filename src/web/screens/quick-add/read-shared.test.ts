import { expect, test } from 'vitest';
import { readPersonLine } from './read-person-line.ts';
import { readShared } from './read-shared.ts';

test('what was shared stands in the field as one would type it, and is read from there', () => {
  const shared = readShared(
    'Marieke van den Berg\nDirecteur\nBakkerij Smit B.V.\nDorpsstraat 12\n3512 AB Utrecht\nT 030 - 123 45 67\nM 06 - 12 34 56 78\nmarieke@example.nl',
  );
  expect(shared).toEqual({
    line: 'Marieke van den Berg, Bakkerij Smit B.V., 06-12 34 56 78, marieke@example.nl',
    more: 'Directeur · Dorpsstraat 12, 3512 AB Utrecht · 030-123 45 67',
  });
  expect(readPersonLine(shared?.line ?? '')).toEqual({
    name: 'Marieke van den Berg',
    organisation: 'Bakkerij Smit B.V.',
    phone: '06-12 34 56 78',
    email: 'marieke@example.nl',
    linkedin: null,
  });
});

test.each([
  ['John Smith | Sales, Europe\nAcme Ltd | +44 20 7946 0958', 'John Smith', '442079460958'],
  ['Gijs Vermeer\nVermeer Group\nMob\t+31 (0)6 12 34 56 78', 'Gijs Vermeer', '310612345678'],
  ['BEGIN:VCARD\nFN:Smit\\, Carla\nTEL:06-12345678\nEND:VCARD', 'Smit Carla', '0612345678'],
])('name and number survive: %s', (text, name, digits) => {
  const read = readPersonLine(readShared(text)?.line ?? '');
  expect(read?.name).toBe(name);
  expect(read?.phone?.replaceAll(/\D/g, '')).toBe(digits);
});

test('a line is left as it was typed', () => {
  expect(readShared('Jan de Vries, Bakker bv, 06 12345678')).toBeNull();
  expect(readShared('')).toBeNull();
  expect(readShared('\n\n--\n')).toBeNull();
});
