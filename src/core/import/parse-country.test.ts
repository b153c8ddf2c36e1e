import { expect, test } from 'vitest';
import { parseCountry } from './parse-country.ts';

test.each([
  ['Nederland', 'NL'],
  ['nl', 'NL'],
  ['The Netherlands', 'NL'],
  ['België', 'BE'],
  ['Deutschland', 'DE'],
  ['UK', 'GB'],
  ['Verenigd Koninkrijk', 'GB'],
  ['France', 'FR'],
])('%s is %s', (text, code) => {
  expect(parseCountry(text)).toBe(code);
});

test('what names no country is none', () => {
  for (const text of ['', 'Utrecht', 'qq', 'ZZ', 'onbekend']) expect(parseCountry(text)).toBeNull();
});
