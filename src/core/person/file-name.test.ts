import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['Offerte keuken.pdf', 'Offerte keuken.pdf'],
  ['C:\\Users\\anna\\foto.jpg', 'foto.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['foto\u202Egpj.exe', 'fotogpj.exe'],
  ['twee\r\nregels.txt', 'tweeregels.txt'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
  ['///', 'file'],
])('%j is called %j', (given, name) => {
  expect(fileName(given)).toBe(name);
});

test('whatever comes in has a name without folders or marks, cut before its ending, and cleaning twice is cleaning once', () => {
  expect(fileName(`${'a'.repeat(400)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = fileName(given);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/[\\/\p{Cc}]/u);
    }),
  );
});
