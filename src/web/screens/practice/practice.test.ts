import { expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { outcomes } from '#core/opportunity/vocabulary';
import { freshPractice, practise } from './practice.ts';

const today = toDay('2026-11-24');
const calendar = { workingDays: [1, 2, 3, 4, 5], daysOff: [], holidays: new Set<never>() };

test('practising follows the rule: who is open always has a next moment, later than today and on a working day', () => {
  for (const person of freshPractice(today)) {
    for (const outcome of outcomes) {
      const after = practise(person, outcome, today, calendar);
      expect([outcome, after.held]).toEqual([outcome, person.held + 1]);
      expect([outcome, after.next !== null]).toEqual([outcome, after.state === 'open']);
      if (after.next) expect(after.next.on > today).toBe(true);
    }
  }
});

test('a sale ends it as sold, a no as stopped', () => {
  const [anna] = freshPractice(today);
  if (!anna) throw new Error('Nobody to practise with.');
  expect(practise(anna, 'bought', today, calendar).state).toBe('won');
  expect(practise(anna, 'declined', today, calendar).state).toBe('stopped');
});
