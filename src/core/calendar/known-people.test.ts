import { expect, test } from 'vitest';
import { nameKey } from '#core/import/name-key';
import { personOf } from './known-people.ts';

const known = [
  { id: 'marieke', emailKey: 'marieke@example.nl', nameKey: nameKey('Marieke van den Berg') },
  { id: 'jan', emailKey: null, nameKey: nameKey('Jan Jansen') },
  { id: 'jan 2', emailKey: 'jan@example.nl', nameKey: nameKey('Jan Jansen') },
  { id: 'bram', emailKey: null, nameKey: nameKey('Bram') },
  { id: 'berg', emailKey: null, nameKey: nameKey('Anna Berg') },
];
const of = (title: string, addresses: string[] = []) => personOf({ title, addresses }, known);

test.each([
  ['Kennismaking Marieke van den Berg (bakkerij)', 'marieke'],
  ['MARIEKE VAN DEN BERG / offerte', 'marieke'],
  ['Lunch met Anna Berg', 'berg'],
  ['Bergwandeling met Anna', null],
  ['Bram', null],
  ['Bellen met Jan Jansen', null],
  ['', null],
])('"%s"', (title, id) => expect(of(title)).toBe(id));

test('who was invited goes before a name', () => {
  expect(of('Bellen met Jan Jansen', ['jan@example.nl'])).toBe('jan 2');
  expect(of('Overleg', ['x@example.nl', 'marieke@example.nl'])).toBe('marieke');
});
