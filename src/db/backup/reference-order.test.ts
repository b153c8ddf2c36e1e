import { expect, test } from 'vitest';
import { referenceOrder } from './reference-order.ts';

test('each table comes after those it refers to, by name where that is all the same', () => {
  const references = [
    { from: 'moment', to: 'opportunity' },
    { from: 'moment', to: 'person' },
    { from: 'opportunity', to: 'person' },
    { from: 'person', to: 'person' },
    { from: 'team', to: 'somewhere else' },
  ];
  expect(referenceOrder(['moment', 'team', 'opportunity', 'person'], references)).toEqual([
    'person',
    'team',
    'opportunity',
    'moment',
  ]);
});

test('a circle is refused', () => {
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(() => referenceOrder(['a', 'b'], circle)).toThrow(/circle/);
});
