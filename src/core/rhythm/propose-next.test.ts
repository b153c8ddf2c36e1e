import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, toDay, weekdayOf } from '#core/day/day';
import { isWorkingDay } from '#core/day/calendar';
import { aPlanning, tuesday } from '#core/opportunity/facts.cases';
import type { Channel } from '#core/opportunity/vocabulary';
import { chooseChannel, proposeFirst, proposeNext } from './propose-next.ts';
import { defaultRhythm, slowGapDays } from './rhythm.ts';

const facts = (held: number, given: Parameters<typeof aPlanning>[0] & { pace?: 'active' | 'slow' } = {}) => ({
  ...aPlanning(given),
  channelOn: (wanted: Channel) => chooseChannel(wanted, aPlanning(given).reachable, () => true),
  held,
  pace: given.pace ?? ('active' as const),
});
const after = { outcome: 'spoke' as const, happenedOn: tuesday, until: null, unansweredOn: [] };

describe('the rhythm proposes the next moment (definition 10)', () => {
  test.each(defaultRhythm.slice(1).map((step, i) => ({ held: i + 1, gap: step.gapDays })))(
    'after contact $held: $gap calendar days, then forward to a working day',
    ({ held, gap }) => {
      const { on, step } = proposeNext(facts(held), after);
      expect(step).toBe(held + 1);
      const plain = addDays(tuesday, gap);
      expect(on >= plain && daysBetween(plain, on) <= 2).toBe(true);
      expect(weekdayOf(on)).toBeLessThanOrEqual(5);
    },
  );

  test('nobody answered: half the gap, at least a day', () => {
    const everyDay = {
      calendar: { workingDays: [1, 2, 3, 4, 5, 6, 7], daysOff: [], holidays: new Set<typeof tuesday>() },
    };
    expect(proposeNext(facts(3, everyDay), { ...after, outcome: 'no_answer' }).on).toBe(addDays(tuesday, 3));
    expect(proposeNext(facts(1, everyDay), { ...after, outcome: 'no_answer' }).on).toBe(addDays(tuesday, 1));
  });

  test('two unanswered within 14 days: half as long again', () => {
    const everyDay = {
      calendar: { workingDays: [1, 2, 3, 4, 5, 6, 7], daysOff: [], holidays: new Set<typeof tuesday>() },
    };
    const two = { ...after, outcome: 'no_answer' as const, unansweredOn: [addDays(tuesday, -13)] };
    expect(proposeNext(facts(3, everyDay), two).on).toBe(addDays(tuesday, 11));
    const longAgo = { ...two, unansweredOn: [addDays(tuesday, -14)] };
    expect(proposeNext(facts(3, everyDay), longAgo).on).toBe(addDays(tuesday, 3));
  });

  test('after step 12, and at pace slow, once a quarter', () => {
    expect(proposeNext(facts(12), after)).toMatchObject({ step: null, intent: 'give' });
    for (const one of [facts(12), facts(2, { pace: 'slow' })])
      expect(daysBetween(tuesday, proposeNext(one, after).on)).toBeGreaterThanOrEqual(slowGapDays);
  });

  test('a channel without an address gives way to one that has, and to waiting when there is none', () => {
    expect(proposeNext(facts(2, { reachable: ['email'] }), after).channel).toBe('email');
    expect(proposeNext(facts(2, { reachable: [] }), after).channel).toBe('wait');
  });

  test('the first moment is on the day itself or the next working day', () => {
    expect(proposeFirst(facts(0), tuesday).on).toBe(tuesday);
    expect(proposeFirst(facts(0), toDay('2026-11-28')).on).toBe(toDay('2026-11-30'));
  });

  test('never before today, always on a working day, whatever the calendar', () => {
    const days = fc.integer({ min: -400, max: 0 });
    const calendar = fc.record({
      workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      daysOff: fc.array(fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 30 }) }), {
        maxLength: 3,
      }),
      holidays: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        calendar,
        days,
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom('spoke' as const, 'no_answer' as const, 'message_left' as const),
        (cal, ago, held, outcome) => {
          const one = {
            workingDays: cal.workingDays,
            daysOff: cal.daysOff.map((d) => ({
              fromOn: addDays(tuesday, d.from),
              untilOn: addDays(tuesday, d.from + d.length),
            })),
            holidays: new Set(cal.holidays.map((d) => addDays(tuesday, d))),
          };
          const { on } = proposeNext(facts(held, { calendar: one }), {
            ...after,
            outcome,
            happenedOn: addDays(tuesday, ago),
          });
          expect(on >= tuesday).toBe(true);
          expect(isWorkingDay(one, on)).toBe(true);
        },
      ),
    );
  });
});
