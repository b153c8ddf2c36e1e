import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, toDay } from '../day/day.ts';
import { contactsToClose, MOST_MINUTES_A_DAY } from './close-gap.ts';
import { coveredUntil, firstShort, stackedNeeds } from './covered.ts';
import { endOf, horizonFrom, lastDayOf, placeOf } from './horizon.ts';
import { addMonths, monthlyDays, monthsBetween } from './month-days.ts';
import { inOrderOfNeed } from './need.ts';
import { byPeriod, cumulated, duesOf, endOfRunning, paymentsOf } from './receipts.ts';
import { paymentGroups } from './recurring-groups.ts';

const tuesday = toDay('2026-11-24');
const day = (text: string) => toDay(text);
const anyDay = fc.integer({ min: -3000, max: 3000 }).map((n) => addDays(tuesday, n));
const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 52, maxLength: 52 });

describe('months', () => {
  test('a month after the last day is the last day, and goes back to where it came from', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-11-30'), 14)).toBe('2028-01-30');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
  });

  test('so many months are so many, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (from, months) => {
        expect(monthsBetween(from, addMonths(from, months))).toBe(months);
      }),
    );
  });

  test('what is due every month falls once in each, on the same day', () => {
    expect(monthlyDays(day('2026-01-31'), null, tuesday, day('2027-03-31'))).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
    expect(monthlyDays(day('2027-01-10'), day('2027-02-09'), tuesday, day('2027-12-31'))).toEqual(['2027-01-10']);
  });
});

describe('the horizon', () => {
  test('months are those of the calendar, weeks begin on Monday, and both begin today', () => {
    const horizon = horizonFrom(tuesday, 3);
    expect(horizon.months.names).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(endOf(horizon.months, 0)).toBe('2026-11-30');
    expect(horizon.weeks.names[0]).toBe('2026-W48');
    expect(endOf(horizon.weeks, 0)).toBe('2026-11-29');
    expect(horizon.weeks.names.at(-1)).toBe('2027-W04');
  });

  test('the weeks hold every day of the months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (today, months) => {
        const horizon = horizonFrom(today, months);
        const last = addDays(horizon.months.until, -1);
        expect(placeOf(horizon.weeks, today)).toBe(0);
        expect(placeOf(horizon.weeks, last)).toBe(horizon.weeks.names.length - 1);
        expect(daysBetween(last, lastDayOf(horizon))).toBeLessThan(7);
      }),
    );
  });
});

describe('a running contract', () => {
  const horizon = horizonFrom(tuesday, 12);
  const contract = {
    amount: 50_000,
    from: day('2026-01-01'),
    until: day('2026-12-31'),
    renews: false,
    noticeMonths: 0,
  };

  test('pays until its last day', () => {
    expect(paymentsOf(contract, horizon)).toEqual({ assured: [{ on: '2026-12-01', amount: 50_000 }], ifRenewed: [] });
  });

  test('that renews by itself goes on, and what comes after the first end for which notice can be given is told apart', () => {
    const { assured, ifRenewed } = paymentsOf({ ...contract, renews: true, noticeMonths: 1 }, horizon);
    expect(assured.map(({ on }) => on)).toEqual(['2026-12-01']);
    expect(ifRenewed[0]?.on).toBe('2027-01-01');
    // Two months' notice: too late for the end of this year, so it runs for another one.
    expect(endOfRunning({ ...contract, renews: true, noticeMonths: 2 }, tuesday)).toBe('2027-12-31');
    expect(paymentsOf({ ...contract, renews: true, noticeMonths: 2 }, horizon).ifRenewed).toEqual([]);
  });

  test('without an end is sure for as long as the notice takes', () => {
    const { assured, ifRenewed } = paymentsOf({ ...contract, until: null, noticeMonths: 2 }, horizon);
    expect(assured.map(({ on }) => on)).toEqual(['2026-12-01', '2027-01-01']);
    expect(assured.length + ifRenewed.length).toBe(11);
  });

  test('nothing is paid twice or lost, whatever its days', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 24 }),
        (from, months, renews, noticeMonths) => {
          const running = { amount: 1, from, until: addDays(addMonths(from, months), -1), renews, noticeMonths };
          const { assured, ifRenewed } = paymentsOf(running, horizon);
          const until = renews ? null : running.until;
          expect([...assured, ...ifRenewed].map(({ on }) => on)).toEqual(
            monthlyDays(from, until, tuesday, lastDayOf(horizon)),
          );
          if (!renews) expect(ifRenewed).toEqual([]);
          expect(monthlyDays(from, running.until, from, running.until)).toHaveLength(months);
        },
      ),
    );
  });
});

describe('what is needed', () => {
  test('wages come before rent, and the next step after everything', () => {
    const need = (kind: 'rent' | 'wages' | 'next_step', from: string) => ({
      id: `${kind}${from}`,
      kind,
      from: day(from),
    });
    const list = [
      need('next_step', '2026-01-01'),
      need('rent', '2026-01-01'),
      need('wages', '2026-02-01'),
      need('wages', '2026-01-01'),
    ];
    expect(inOrderOfNeed(list).map(({ id }) => id)).toEqual([
      'wages2026-01-01',
      'wages2026-02-01',
      'rent2026-01-01',
      'next_step2026-01-01',
    ]);
  });

  test('once and past is past; every month goes on', () => {
    const horizon = horizonFrom(tuesday, 2);
    const once = { amount: 5, every: 'once' as const, from: day('2026-11-01'), until: null };
    expect(duesOf(once, horizon)).toEqual([]);
    expect(duesOf({ ...once, from: tuesday }, horizon)).toEqual([{ on: tuesday, amount: 5 }]);
    expect(duesOf({ ...once, every: 'month', from: day('2020-05-01') }, horizon).map(({ on }) => on)).toEqual([
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  test('money that was expected before today counts in the first period, and what lies beyond the last in none', () => {
    const { months } = horizonFrom(tuesday, 2);
    const on = (text: string) => ({ on: day(text), amount: 1 });
    expect(byPeriod([on('2026-10-01'), on('2026-12-31'), on('2027-01-01')], months)).toEqual([1, 1]);
  });
});

describe('covered until', () => {
  const { weeks } = horizonFrom(tuesday, 12);
  const reach = (until: Day | 'not' | null) => (until === 'not' ? '' : (until ?? '9999'));

  test('the day before the first week that is short', () => {
    const need = weeks.starts.map((_, place) => place * 100);
    const revenue = weeks.starts.map(() => 250);
    expect(firstShort(0, revenue, need)).toBe(3);
    expect(coveredUntil(0, revenue, need, weeks)).toBe(endOf(weeks, 2));
    expect(coveredUntil(10_000, revenue, need, weeks)).toBe(null);
    expect(coveredUntil(0, revenue, [300, 400], weeks)).toBe('not');
    expect(coveredUntil(0, [], [], weeks)).toBe(null);
  });

  test('more need never covers longer, more revenue or cash never shorter', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, fc.integer({ min: 0, max: 5_000_000 }), (revenue, need, more, cash) => {
        const plus = (list: number[], extra: number[]) => list.map((one, place) => one + (extra[place] ?? 0));
        const until = (received: number[], needed: number[], atHand = cash) =>
          reach(coveredUntil(atHand, cumulated(received), cumulated(needed), weeks));
        const base = until(revenue, need);
        expect(until(revenue, plus(need, more)) <= base).toBe(true);
        expect(until(plus(revenue, more), need) >= base).toBe(true);
        expect(until(revenue, need, cash + 1000) >= base).toBe(true);
      }),
    );
  });

  test('a need that comes later in the order is never covered longer than one before it', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, fc.integer({ min: 0, max: 5_000_000 }), (revenue, wages, rent, cash) => {
        const untils = stackedNeeds([wages, rent]).map((line) =>
          reach(coveredUntil(cash, cumulated(revenue), line, weeks)),
        );
        expect((untils[1] ?? '') <= (untils[0] ?? '')).toBe(true);
      }),
    );
  });
});

describe('closing the gap', () => {
  const effort = { moments: 9, minutes: 110, workingDaysAWeek: 5 };

  test('the smallest number of contact moments a day that does it', () => {
    const closing = contactsToClose(effort, (prospects) => prospects >= 2);
    expect(closing).toMatchObject({ contactsADay: 4 });
    expect(closing?.prospectsAWeek).toBeCloseTo(20 / 9, 12);
    expect(closing?.minutesADay).toBeCloseTo((20 / 9) * 22, 9);
  });

  test('more to make up never takes fewer, and one less would not do', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        (one, other) => {
          const [less, more] = one < other ? [one, other] : [other, one];
          const of = (wanted: number) => contactsToClose(effort, (prospects) => prospects >= wanted);
          const [a, b] = [of(less), of(more)];
          if (b) expect(a?.contactsADay).toBeLessThanOrEqual(b.contactsADay);
          if (a && a.contactsADay > 1) expect(((a.contactsADay - 1) * 5) / 9).toBeLessThan(less);
          if (b) expect(b.minutesADay).toBeLessThanOrEqual(MOST_MINUTES_A_DAY);
        },
      ),
    );
  });

  test('says so when no working day is long enough, or nobody works', () => {
    expect(contactsToClose(effort, () => false)).toBe(null);
    expect(contactsToClose({ ...effort, workingDaysAWeek: 0 }, () => true)).toBe(null);
    expect(contactsToClose({ ...effort, moments: 0 }, () => true)).toBe(null);
  });
});

test('a sale paid by the month is its payments: the same sum, counted once, its squares adding up to those of the whole', () => {
  const group = {
    held: 2,
    warmth: 'spoke',
    pace: 'active',
    nextOn: tuesday,
    count: 3,
    value: 300,
    squares: 30_000,
    months: 12,
  } as const;
  const payments = paymentGroups(group, 'cumulative');
  const sum = (of: (one: (typeof payments)[number]) => number) => payments.reduce((total, one) => total + of(one), 0);
  expect(sum((one) => one.value)).toBe(3600);
  expect(sum((one) => one.count)).toBe(3);
  expect(sum((one) => one.squares)).toBe(144 * 30_000);
  expect(paymentGroups(group, 'own').map((one) => one.squares)).toEqual(Array.from({ length: 12 }, () => 30_000));
  expect(payments.at(-1)?.nextOn).toBe('2027-10-25');
});
