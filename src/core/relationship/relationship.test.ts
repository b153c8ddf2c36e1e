import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../day/calendar.ts';
import { addDays, dayIn, daysBetween, toDay, weekdayOf } from '../day/day.ts';
import { channels, intents, outcomes } from '../opportunity/vocabulary.ts';
import { careAct, givesFirst } from './give-first.ts';
import {
  afterThisTime,
  graceDays,
  isYearDay,
  lookAhead,
  nextOccurrence,
  occurrenceIn,
  turns,
} from './important-day.ts';
import { afterAttention, beginTimer, daysOfWeeks, resetTimer, rhythmOf, weeksOfDays } from './keep-in-touch.ts';
import { strengthOf, type StrengthFacts } from './strength.ts';

/* Relationship care (product.md, row 7). */

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays(toDay('2026-01-01'), n));
const anyYearDay = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    year: fc.option(fc.integer({ min: 1930, max: 2030 })),
    everyYear: fc.constant(true),
  })
  .filter(isYearDay);

describe('an important day', () => {
  test.each([
    [{ month: 2, day: 30, year: null }, false],
    [{ month: 2, day: 29, year: null }, true],
    [{ month: 2, day: 29, year: 1984 }, true],
    [{ month: 2, day: 29, year: 1985 }, false],
    [{ month: 4, day: 31, year: null }, false],
  ])('%j exists: %s', (day, exists) => expect(isYearDay(day)).toBe(exists));

  test('of 29 February comes on the 28th in other years', () => {
    const leap = { month: 2, day: 29, year: 1984, everyYear: true };
    expect(nextOccurrence(leap, toDay('2026-11-24'))).toBe('2027-02-28');
    expect(nextOccurrence(leap, toDay('2027-02-28'))).toBe('2027-02-28');
    expect(nextOccurrence(leap, toDay('2027-03-01'))).toBe('2028-02-29');
    expect(nextOccurrence(leap, toDay('2028-02-28'))).toBe('2028-02-29');
    expect(afterThisTime(leap, toDay('2028-02-29'))).toBe('2029-02-28');
    expect(turns(leap, toDay('2027-02-28'))).toBe(43);
  });

  test('is the nearest on or after any day, at most a year away, and comes once in every year', () => {
    fc.assert(
      fc.property(anyYearDay, anyDay, (wanted, from) => {
        const next = nextOccurrence({ ...wanted, year: null }, from);
        if (next === null) throw new Error('a day of every year always comes');
        expect(next >= from).toBe(true);
        expect(daysBetween(from, next)).toBeLessThanOrEqual(366);
        expect(next).toBe(occurrenceIn(Number(next.slice(0, 4)), wanted));
        const after = afterThisTime({ ...wanted, year: null }, next);
        expect(Number(after?.slice(0, 4))).toBe(Number(next.slice(0, 4)) + 1);
      }),
    );
  });

  test('does not come before the year in which it began; once is once', () => {
    const wedding = { month: 6, day: 1, year: 2028, everyYear: true };
    expect(nextOccurrence(wedding, toDay('2026-11-24'))).toBe('2028-06-01');
    expect(turns(wedding, toDay('2028-06-01'))).toBeNull();
    const once = { month: 12, day: 31, year: 2026, everyYear: false };
    expect(nextOccurrence(once, toDay('2026-12-31'))).toBe('2026-12-31');
    expect(nextOccurrence(once, toDay('2027-01-01'))).toBeNull();
    expect(afterThisTime(once, toDay('2026-12-31'))).toBeNull();
  });

  test('on 1 January with a week ahead is announced in the last days of the old year, in ISO week 53 too', () => {
    const newYear = { month: 1, day: 1, year: null, everyYear: true };
    const next = nextOccurrence(newYear, toDay('2026-12-28'));
    expect(next).toBe('2027-01-01');
    expect(next && addDays(next, -7)).toBe('2026-12-25');
    // Monday of week 53 of 2026; a week later it is week 1.
    expect(weekdayOf(toDay('2026-12-28'))).toBe(1);
    expect(beginTimer(daysOfWeeks(1), toDay('2026-12-28'), toDay('2026-12-29'), null)).toBe('2027-01-04');
  });

  test('is the member’s own day, also in the night of the clock change and on the other side of the world', () => {
    const october = { month: 10, day: 25, year: null, everyYear: true };
    const until = (instant: string, zone: string) => nextOccurrence(october, dayIn(new Date(instant), zone));
    expect(until('2026-10-25T22:59:59Z', 'Europe/Amsterdam')).toBe('2026-10-25');
    expect(until('2026-10-25T23:00:00Z', 'Europe/Amsterdam')).toBe('2027-10-25');
    expect(until('2026-10-25T10:30:00Z', 'Pacific/Kiritimati')).toBe('2027-10-25');
    expect(until('2026-10-26T10:30:00Z', 'Pacific/Pago_Pago')).toBe('2026-10-25');
    const march = { month: 3, day: 29, year: null, everyYear: true };
    expect(nextOccurrence(march, dayIn(new Date('2026-03-28T23:00:00Z'), 'Europe/Amsterdam'))).toBe('2026-03-29');
  });
});

describe('how far Today looks ahead', () => {
  const week: Calendar = { workingDays: [1, 2, 3, 4, 5], daysOff: [], holidays: new Set() };

  test('a birthday on a day off is brought forward to the working day before it', () => {
    expect(lookAhead(week, toDay('2026-11-25'))).toBe('2026-11-25');
    expect(lookAhead(week, toDay('2026-11-27'))).toBe('2026-11-29');
    expect(lookAhead(week, toDay('2026-11-28'))).toBe('2026-11-29');
    const christmas = { ...week, holidays: new Set([toDay('2026-12-25')]) };
    expect(lookAhead(christmas, toDay('2026-12-24'))).toBe('2026-12-27');
  });

  test('a long holiday brings no more than a long weekend forward, and nothing falls between two days', () => {
    const away = { ...week, daysOff: [{ fromOn: toDay('2026-12-21'), untilOn: toDay('2027-01-10') }] };
    expect(lookAhead(away, toDay('2026-12-18'))).toBe('2026-12-22');
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(lookAhead(week, addDays(day, 1)) >= lookAhead(week, day)).toBe(true);
        expect(daysBetween(day, lookAhead(week, day))).toBeLessThan(graceDays);
      }),
    );
  });
});

describe('keeping in touch', () => {
  test('one’s own rhythm counts, else the shortest of the tags', () => {
    expect(rhythmOf(91, [28])).toEqual({ everyDays: 91, from: 'person' });
    expect(rhythmOf(null, [91, 28])).toEqual({ everyDays: 28, from: 'tag' });
    expect(rhythmOf(null, [])).toBeNull();
    expect(weeksOfDays(90)).toBe(13);
  });

  test('a contact never brings attention nearer, and never before the end of a pause', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: 7, max: 700 }),
        fc.option(anyDay),
        (careOn, on, everyDays, paused) => {
          const timer = { careOn, everyDays, pausedUntil: paused };
          const reset = resetTimer(timer, on);
          expect(reset !== null && reset >= careOn && reset >= addDays(on, everyDays)).toBe(true);
          expect(paused === null || (reset !== null && reset >= paused)).toBe(true);
          expect(resetTimer({ ...timer, careOn: null }, on)).toBeNull();
        },
      ),
    );
  });

  test.each(outcomes)('after attention that ended as %s it comes again, sooner when nobody was there', (outcome) => {
    const timer = { careOn: toDay('2026-11-24'), everyDays: 28, pausedUntil: null };
    const again = afterAttention(timer, outcome, toDay('2026-11-24'));
    expect(again).toBe(outcome === 'no_answer' ? '2026-12-01' : '2026-12-22');
  });

  test('attention before its turn, or written down afterwards, brings nothing nearer', () => {
    const timer = { careOn: toDay('2026-12-24'), everyDays: 28, pausedUntil: null };
    expect(afterAttention(timer, 'no_answer', toDay('2026-11-24'))).toBe('2026-12-24');
    expect(afterAttention(timer, 'spoke', toDay('2026-10-01'))).toBe('2026-12-24');
    expect(afterAttention({ ...timer, careOn: null }, 'no_answer', toDay('2026-11-24'))).toBe('2026-12-01');
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: 7, max: 700 }),
        fc.constantFrom(...outcomes),
        (careOn, on, everyDays, outcome) => {
          expect(afterAttention({ careOn, everyDays, pausedUntil: null }, outcome, on) >= careOn).toBe(true);
        },
      ),
    );
  });

  test('begins counted from the last contact, and today when that is long ago', () => {
    const today = toDay('2026-11-24');
    expect(beginTimer(28, toDay('2026-11-17'), today, null)).toBe('2026-12-15');
    expect(beginTimer(28, toDay('2026-01-17'), today, null)).toBe(today);
    expect(beginTimer(28, null, today, toDay('2027-02-01'))).toBe('2027-02-01');
  });
});

describe('giving before asking', () => {
  test('after two asks in a row, whatever came before; moments without either do not count', () => {
    expect(givesFirst(['ask', 'ask', 'give'])).toBe(true);
    expect(givesFirst(['ask', null, 'ask'])).toBe(true);
    expect(givesFirst(['ask', 'give', 'ask'])).toBe(false);
    expect(givesFirst(['ask'])).toBe(false);
    expect(givesFirst([])).toBe(false);
  });

  test('after a sale: thanks, then once the question who else it would help', () => {
    expect(careAct(null, [])).toBe('catch_up');
    expect(careAct([], ['ask', 'ask'])).toBe('thank');
    expect(careAct(['give'], ['give', 'ask'])).toBe('referral');
    expect(careAct(['ask', 'give'], ['ask', 'give'])).toBe('catch_up');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...intents)), (last) => {
        if (givesFirst(last)) expect(careAct(['give'], last)).toBe('catch_up');
      }),
    );
  });
});

describe('the strength of a relationship', () => {
  const talks = fc.record(Object.fromEntries(channels.map((channel) => [channel, fc.integer({ min: 0, max: 60 })])));
  const anyFacts: fc.Arbitrary<StrengthFacts> = fc.record({
    daysSince: fc.integer({ min: 0, max: 4000 }),
    talks,
    theirs: fc.integer({ min: 0, max: 50 }),
    ever: fc.integer({ min: 3, max: 500 }),
  });
  const total = (facts: StrengthFacts): number => strengthOf(facts)?.total ?? Number.NaN;

  test('lies from 0 to 100, and its parts make it up', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const strength = strengthOf(facts);
        if (!strength) throw new Error('three talks say something');
        expect(strength.total).toBeGreaterThanOrEqual(0);
        expect(strength.total).toBeLessThanOrEqual(100);
        const parts = strength.recency + strength.frequency + strength.depth + strength.reciprocity;
        expect(Math.abs(parts - strength.total)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('is never weaker for a more recent contact, one more, or more from their side', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 400 }), fc.constantFrom(...channels), (facts, n, channel) => {
        expect(total({ ...facts, daysSince: Math.max(0, facts.daysSince - n) })).toBeGreaterThanOrEqual(total(facts));
        const more = { ...facts.talks, [channel]: (facts.talks[channel] ?? 0) + 1 };
        expect(total({ ...facts, talks: more })).toBeGreaterThanOrEqual(total(facts));
        expect(total({ ...facts, theirs: facts.theirs + n })).toBeGreaterThanOrEqual(total(facts));
        // A meeting instead of a call.
        const met = { ...facts.talks, meeting: (facts.talks.meeting ?? 0) + 1 };
        const called = { ...facts.talks, call: (facts.talks.call ?? 0) + 1 };
        expect(total({ ...facts, talks: met })).toBeGreaterThanOrEqual(total({ ...facts, talks: called }));
      }),
    );
  });

  test('with fewer than three talks there is too little to say', () => {
    expect(strengthOf({ daysSince: 0, talks: { meeting: 2 }, theirs: 9, ever: 2 })).toBeNull();
  });

  test('by its formula: three calls, the last a quarter ago, nothing from their side', () => {
    // 35 × ½ + 25 × (1 − e^−0.5) + 20 × (1 − e^−0.5) + 0 = 17.5 + 9.84 + 7.87
    expect(strengthOf({ daysSince: 90, talks: { call: 3 }, theirs: 0, ever: 3 })).toEqual({
      total: 35,
      recency: 18,
      frequency: 10,
      depth: 8,
      reciprocity: 0,
    });
  });
});
