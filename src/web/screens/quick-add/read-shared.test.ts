import { expect, test } from 'vitest';
import { signatures } from '#core/signature/signature.cases';
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

test.each(signatures.filter(([, , says]) => says.name))('the name, number and address survive: %s', (_, text, says) => {
  const read = readPersonLine(readShared(text)?.line ?? '');
  expect(read?.name).toBe(says.name?.replaceAll(/[,;|\t]+/g, ' '));
  expect(read?.email ?? undefined).toBe(says.email ?? undefined);
  expect(read?.phone?.replaceAll(/\D/g, '')).toBe(says.phones?.[0]?.replaceAll(/\D/g, ''));
});

test('a line is left as it was typed', () => {
  expect(readShared('Jan de Vries, Bakker bv, 06 12345678')).toBeNull();
  expect(readShared('')).toBeNull();
  expect(readShared('\n\n--\n')).toBeNull();
});
