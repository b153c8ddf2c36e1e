import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingDayFrom } from '#core/day/calendar';
import { addDays, toDay } from '#core/day/day';
import type { Channel } from '#core/opportunity/vocabulary';
import { aPlanning, tuesday } from '#core/opportunity/facts.cases';
import { calendarFor, isNeverDay } from './never-days.ts';
import { proposeFirst, proposeNext } from './propose-next.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

test('never on Monday: what would be on Monday is on Tuesday', () => {
  const planning = aPlanning();
  const calendar = calendarFor(planning.calendar, [1]);
  const facts = { ...planning, calendar, channelOn: (wanted: Channel) => wanted, held: 1, pace: 'active' as const };
  const after = { outcome: 'spoke' as const, happenedOn: toDay('2026-11-26'), until: null, unansweredOn: [] };
  // Two days after contact 1 on Thursday is Saturday, then Monday.
  expect(proposeNext({ ...facts, calendar: planning.calendar }, after).on).toBe('2026-11-30');
  expect(proposeNext(facts, after).on).toBe('2026-12-01');
  // A day that they named themselves stays.
  expect(proposeNext(facts, { ...after, outcome: 'not_now', until: toDay('2026-12-07') }).on).toBe('2026-12-07');
});

test('week 53 of 2026, and the nights in which the clock changes, are days as any other', () => {
  const { calendar } = aPlanning();
  const of = (day: string, never: number[]) =>
    workingDayFrom({ ...calendarFor(calendar, never), holidays: new Set() }, toDay(day));
  expect(of('2026-12-31', [4, 5])).toBe('2027-01-04');
  expect(of('2026-10-25', [1])).toBe('2026-10-27');
  expect(of('2027-03-28', [1, 2])).toBe('2027-03-31');
});

test('nothing is ever proposed on a day that never suits, whatever the working days', () => {
  fc.assert(
    fc.property(
      fc.subarray(weekdays, { minLength: 1 }),
      fc.subarray(weekdays, { maxLength: 6 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: -100, max: 0 }),
      fc.constantFrom('spoke' as const, 'no_answer' as const, 'message_left' as const),
      (workingDays, never, held, ago, outcome) => {
        const planning = aPlanning();
        const calendar = calendarFor({ ...planning.calendar, workingDays }, never);
        const facts = { ...planning, calendar, channelOn: (wanted: Channel) => wanted, held, pace: 'active' as const };
        const after = { outcome, happenedOn: addDays(tuesday, ago), until: null, unansweredOn: [] };
        for (const { on } of [proposeNext(facts, after), proposeFirst(facts, tuesday)])
          expect(isNeverDay(never, on)).toBe(false);
      },
    ),
  );
});
