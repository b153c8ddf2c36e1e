import { expect, test } from 'vitest';
import { far, soon, whenChoices } from './when-choices.ts';

const mondayToFriday = [1, 2, 3, 4, 5];

test('on a Tuesday every choice is its own day', () => {
  expect(whenChoices('2026-11-24', mondayToFriday, soon)).toEqual([
    { name: 'tomorrow', day: '2026-11-25' },
    { name: 'few_days', day: '2026-11-27' },
    { name: 'next_week', day: '2026-12-01' },
    { name: 'month', day: '2026-12-24' },
  ]);
});

test('on a Friday "tomorrow" is Monday and is not offered twice', () => {
  const days = whenChoices('2026-11-27', mondayToFriday, soon).map((choice) => choice.day);
  expect(days[0]).toBe('2026-11-30');
  expect(new Set(days).size).toBe(days.length);
});

test('whoever works on Saturdays is offered a Saturday', () => {
  expect(whenChoices('2026-11-27', [6], ['tomorrow'])).toEqual([{ name: 'tomorrow', day: '2026-11-28' }]);
});

test('far choices lie a month, a quarter and half a year ahead', () => {
  expect(whenChoices('2026-11-24', mondayToFriday, far).map((choice) => choice.name)).toEqual([
    'month',
    'quarter',
    'half_year',
  ]);
});
