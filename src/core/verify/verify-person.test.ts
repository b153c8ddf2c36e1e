import { expect, test } from 'vitest';
import { verifyPerson } from './verify-person.ts';

const anna = {
  id: 'p1',
  name: 'Anna Bakker',
  email: 'Anna@Example.com',
  phone: '+31612345678',
  organisations: ['Bäckerei'],
  searchText: 'anna bakker · backerei · anna@example.com · +31612345678 · 0612345678',
  wordsMissing: [],
  proofs: '[]',
  proofsGiven: '[]',
};

test('a person is found by name, organisations, mail address and number', () => {
  expect(verifyPerson(anna)).toEqual([]);
});

test('an old name, no row at all, or a word that is not looked up: each is a difference', () => {
  const what = (given: Partial<typeof anna>) => verifyPerson({ ...anna, ...given }).map(({ what: name }) => name);
  expect(what({ name: 'Anna Smit' })).toEqual(['person_search.folded_text']);
  expect(verifyPerson({ ...anna, searchText: null })).toMatchObject([{ stored: null, recomputed: anna.searchText }]);
  expect(what({ proofsGiven: '[{}]' })).toEqual(['person.proofs']);
  expect(verifyPerson({ ...anna, wordsMissing: ['bakker'] })).toMatchObject([{ what: 'search_word.word' }]);
});
