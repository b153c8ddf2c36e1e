import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugFrom } from './slug.ts';

test.each([
  ['Verbeek Kantoor & Winkel', 'verbeek-kantoor-winkel'],
  ['Café Ünï', 'cafe-uni'],
  ['A', 'a-page'],
  ['🚢', 'bedrijf-page'],
])('%s has the address %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test('from every name comes an address that can be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      expect(isSlug(slugFrom(name))).toBe(true);
    }),
  );
});

test.each(['u', 'ab', 'a--b', '-ab', 'ab-', 'Abc', 'a b c', 'a'.repeat(41), ''])('%j is none', (text) => {
  expect(isSlug(text)).toBe(false);
});
