import { expect, test } from 'vitest';
import { preferredLanguage } from './words.ts';

test.each([
  ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
  ['en-GB', 'en'],
  ['de-DE,en;q=0.5,nl;q=0.7', 'nl'],
  ['en;q=0,nl;q=0.1', 'nl'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('%s asks for %s', (header, language) => {
  expect(preferredLanguage(header, 'en')).toBe(language);
});
