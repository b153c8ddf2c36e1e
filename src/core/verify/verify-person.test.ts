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
  wordsDue: false,
  proofs: '[]',
  proofsGiven: '[]',
  care: { from: null, everyDays: null },
  tagWeeks: [],
  days: [],
};

test('a person is found by name, organisations, mail address and number', () => {
  expect(verifyPerson(anna)).toEqual([]);
});

test('a rhythm that is not the shortest of the tags, or a day on another date: each is a difference', () => {
  const leap = { id: 'd1', month: 2, day: 29, nextOn: '2027-02-28' };
  const right = { ...anna, care: { from: 'tag' as const, everyDays: 28 }, tagWeeks: [13, 4], days: [leap] };
  expect(verifyPerson(right)).toEqual([]);
  expect(verifyPerson({ ...right, tagWeeks: [13] })).toMatchObject([
    { what: 'person.care_every_days', recomputed: 91 },
  ]);
  expect(verifyPerson({ ...right, days: [{ ...leap, nextOn: '2027-03-01' }] })).toMatchObject([
    { what: 'important_day.next_on', record: 'd1', recomputed: '2027-02-28' },
  ]);
});

test('an old name, no row at all, or a word that is not looked up: each is a difference', () => {
  const what = (given: Partial<typeof anna>) => verifyPerson({ ...anna, ...given }).map(({ what: name }) => name);
  expect(what({ name: 'Anna Smit' })).toEqual(['person_search.folded_text']);
  expect(verifyPerson({ ...anna, searchText: null })).toMatchObject([{ stored: null, recomputed: anna.searchText }]);
  expect(verifyPerson({ ...anna, searchText: null, wordsDue: true })).toEqual([]);
  expect(what({ proofsGiven: '[{}]' })).toEqual(['person.proofs']);
  expect(verifyPerson({ ...anna, wordsMissing: ['bakker'] })).toMatchObject([{ what: 'search_word.word' }]);
});
