import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlanning, tuesday } from '#core/opportunity/facts.cases';
import { addDays } from '#core/day/day';
import { capacityOf, workingShare } from './capacity.ts';
import { defaultRhythm } from './rhythm.ts';

const hour = { minutesADay: 60, workingShare: 5 / 7, minutesAMoment: 7.5, rhythm: defaultRhythm };

describe('how many active opportunities the minutes carry (definition 11)', () => {
  test('an hour a day with 400 open carries about 20; the other 380 come once a quarter', () => {
    expect(capacityOf({ ...hour, open: 400 })).toEqual({ fits: 22, slowEveryDays: 90 });
  });

  test('with few open all of them fit', () => {
    expect(capacityOf({ ...hour, open: 60 })).toEqual({ fits: 83, slowEveryDays: null });
  });

  test('however many are slow, a quarter of the minutes stays for the active; the slow come by less often, and that is said', () => {
    const { fits, slowEveryDays } = capacityOf({ ...hour, open: 10_000 });
    expect(fits).toBe(20);
    expect(slowEveryDays).toBeGreaterThan(2000);
  });

  test('never none, and no figure that is none', () => {
    expect(capacityOf({ ...hour, minutesADay: 1, minutesAMoment: 600, open: 3 }).fits).toBe(1);
    expect(capacityOf({ ...hour, workingShare: 0, open: 3 })).toEqual({ fits: 1, slowEveryDays: 90 });
    const monthly = defaultRhythm.map((step) => ({ ...step, gapDays: 120 }));
    expect(capacityOf({ ...hour, rhythm: monthly, open: 10_000 }).fits).toBeGreaterThan(1);
  });

  test('more minutes never carry fewer, more open never leave more room, and what is carried takes no more than the minutes', () => {
    const facts = fc.record({
      minutesADay: fc.integer({ min: 5, max: 720 }),
      workingShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
      minutesAMoment: fc.double({ min: 1, max: 90, noNaN: true }),
      rhythm: fc.constant(defaultRhythm),
      open: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 300 }), (given, more) => {
        const { fits, slowEveryDays } = capacityOf(given);
        expect(capacityOf({ ...given, minutesADay: given.minutesADay + more }).fits).toBeGreaterThanOrEqual(fits);
        expect(capacityOf({ ...given, open: given.open + more }).fits).toBeLessThanOrEqual(fits);
        const moments = (given.minutesADay * given.workingShare) / given.minutesAMoment;
        const rest = Math.max(0, given.open - fits);
        const asked = (fits - 1) / (160 / 11) + (slowEveryDays === null ? 0 : rest / slowEveryDays);
        expect(asked).toBeLessThanOrEqual(moments * 1.02 + 0.05);
      }),
    );
  });
});

test('days off and holidays are taken out of the quarter', () => {
  const { calendar } = aPlanning();
  expect(workingShare(calendar, tuesday)).toBeCloseTo(5 / 7, 2);
  const off = { ...calendar, daysOff: [{ fromOn: tuesday, untilOn: addDays(tuesday, 20) }] };
  expect(workingShare(off, tuesday)).toBeCloseTo(50 / 91, 2);
});
