import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, toDay } from '../day/day.ts';
import { DEFAULT_PRIOR, priorOf } from '../persistence/prior.ts';
import { simulatePolicies } from '../persistence/simulate-policies.ts';
import { warmthModel } from '../persistence/warmth.ts';
import { warmthBeliefs } from '../persistence/warmth-beliefs.ts';
import { warmthCountsOf } from '../persistence/warmth-counts.ts';
import { contactsToClose, contactsWithin, MOST_MINUTES_A_DAY } from './close-gap.ts';
import { coveredUntil, firstShort, paidBy, spreadOverDays } from './covered.ts';
import { effortOf } from './effort.ts';
import { newThatFit, runningMinutes } from './hours.ts';
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
  const on = (text: string, amount: number) => ({ on: day(text), amount });
  const inWeeks = (sums: readonly number[]) =>
    sums.slice(0, weeks.starts.length).map((amount, place) => ({ on: endOf(weeks, place), amount }));

  test('the day before the first on which something is due that is not covered', () => {
    const wages = [on('2026-11-25', 100), on('2026-12-25', 100), on('2027-01-25', 100)];
    const income = paidBy([on('2026-12-01', 50)]);
    expect(firstShort(150, income, wages)).toEqual({ on: '2027-01-25', short: 100 });
    expect(coveredUntil(150, income, wages, weeks)).toBe('2027-01-24');
    expect(coveredUntil(250, income, wages, weeks)).toBe(null);
    expect(coveredUntil(0, income, wages, weeks)).toBe('not');
    expect(coveredUntil(0, income, [], weeks)).toBe(null);
  });

  test('money that comes later in the week than the wages does not pay them; on the same day it does', () => {
    const wages = [on('2026-12-22', 100)];
    expect(coveredUntil(0, paidBy([on('2026-12-23', 100)]), wages, weeks)).toBe('2026-12-21');
    expect(coveredUntil(0, paidBy([on('2026-12-22', 100)]), wages, weeks)).toBe(null);
  });

  test('what comes in by a week is spread evenly over its days', () => {
    // This week has six days left, the next all seven.
    const income = spreadOverDays([60, 130], {
      ...weeks,
      names: [],
      starts: weeks.starts.slice(0, 2),
      until: day('2026-12-07'),
    });
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-29', '2026-11-30', '2026-12-06', '2027-05-01'].map((d) => income(day(d))),
    ).toEqual([0, 10, 60, 70, 130, 130]);
  });

  test('more need never covers longer, more revenue or cash never shorter', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, fc.integer({ min: 0, max: 5_000_000 }), (revenue, need, more, cash) => {
        const plus = (list: number[], extra: number[]) => list.map((one, place) => one + (extra[place] ?? 0));
        const until = (received: number[], needed: number[], atHand = cash) =>
          reach(coveredUntil(atHand, spreadOverDays(cumulated(received), weeks), inWeeks(needed), weeks));
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
        const income = spreadOverDays(cumulated(revenue), weeks);
        const first = reach(coveredUntil(cash, income, inWeeks(wages), weeks));
        expect(reach(coveredUntil(cash, income, [...inWeeks(wages), ...inWeeks(rent)], weeks)) <= first).toBe(true);
      }),
    );
  });
});

describe('the hours', () => {
  const model = warmthModel(warmthBeliefs(warmthCountsOf([]), priorOf(DEFAULT_PRIOR)));
  const gapsDays = [2, 4, 7, 7, 10, 14, 14, 21, 21, 30, 30];
  const minutesByStage = Array.from({ length: 12 }, () => 10);
  const facts = { model, gapsDays, minutesByStage, today: tuesday, weeks: 52 };
  const plan = {
    hazards: [],
    continues: model.stages.map((stage) => stage.unknown.goOn),
    value: 1,
    minutes: minutesByStage,
  };

  test('who runs asks for the minutes of each moment, as often as it comes to that', () => {
    const one = { held: 10, warmth: 'unknown', pace: 'active', nextOn: addDays(tuesday, 8), count: 3 } as const;
    const asked = runningMinutes({ ...facts, groups: [one] });
    expect(asked[1]).toBe(30);
    // The twelfth, 30 days later, for those who have not bought in the eleventh.
    expect(asked[5]).toBeCloseTo(30 * (model.stages[10]?.unknown.goOn ?? 0), 9);
    expect(asked.filter((minutes) => minutes > 0)).toHaveLength(2);
    expect(runningMinutes({ ...facts, groups: [{ ...one, pace: 'slow' }] })[14]).toBeGreaterThan(0);
    expect(runningMinutes({ ...facts, groups: [{ ...one, held: 12 }] }).every((minutes) => minutes === 0)).toBe(true);
  });

  test('a new one takes its finding and its moments up to the twelfth', () => {
    const { moments, minutes } = effortOf(plan, 45);
    expect(minutes).toBeCloseTo(45 + 10 * moments, 9);
    expect(moments).toBeGreaterThan(10);
    expect(moments).toBeLessThan(12);
  });

  test('new ones come at the pace where there is room, and never beyond the hours; who runs goes first', () => {
    expect(newThatFit(2, 300, [0, 0], 100)).toEqual({ perWeek: [2, 2], spare: 100 });
    expect(newThatFit(10, 300, [0, 0], 100)).toEqual({ perWeek: [3, 3], spare: 0 });
    // What did not fit in the first week takes from the second.
    expect(newThatFit(10, 300, [500, 0, 0], 100).perWeek).toEqual([0, 1, 3]);
    expect(newThatFit(10, 0, [0], 100)).toEqual({ perWeek: [0], spare: 0 });
  });

  test('all together never asks for more than the hours, and more hours never make it fewer', () => {
    const minutes = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(minutes, minutes, fc.array(minutes, { minLength: 1, maxLength: 53 }), (aWeek, more, running) => {
        const { perWeek, spare } = newThatFit(7, aWeek, running, 130);
        const taken = perWeek.reduce((sum, one) => sum + one * 130, 0);
        expect(taken + spare * running.length).toBeLessThanOrEqual(aWeek * running.length + 1e-6);
        expect(spare).toBeGreaterThanOrEqual(0);
        const wider = newThatFit(7, aWeek + more, running, 130);
        wider.perWeek.forEach((one, week) => expect(one).toBeGreaterThanOrEqual(perWeek[week] ?? 0));
      }),
    );
  });

  test('as many new ones fit as What if finds in a year of the same hours', () => {
    const { hazards } = priorOf(DEFAULT_PRIOR);
    const known = { hazards, continues: hazards.map((hazard) => 1 - hazard), value: 1, minutes: minutesByStage };
    const [minutesADay, days] = [60, 250];
    const year = { days, minutesADay, acquisitionMinutes: 45, minutesByStage, value: 1, deviation: 0, perWeek: null };
    const truth = { kind: 'known', ...known } as const;
    const { policies } = simulatePolicies({ year, truth, runs: 20, seed: 1, own: null });
    const found = policies.find(({ policy }) => policy === 'twelve')?.found ?? 0;
    const { perWeek } = newThatFit(100, 5 * minutesADay, [0], effortOf(known, 45).minutes);
    expect(((perWeek[0] ?? 0) * days) / 5 / found).toBeCloseTo(1, 1);
  });

  test('how many contact moments fit into minutes, all with new ones', () => {
    expect(contactsWithin({ moments: 9, minutes: 110 }, 60)).toBe(4);
    expect(contactsWithin({ moments: 9, minutes: 110 }, 0)).toBe(0);
  });
});

describe('closing the gap', () => {
  const effort = { moments: 9, minutes: 110 };

  test('the smallest number of contact moments a day that does it', () => {
    const closing = contactsToClose(effort, 5, (prospects) => prospects >= 2);
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
          const of = (wanted: number) => contactsToClose(effort, 5, (prospects) => prospects >= wanted);
          const [a, b] = [of(less), of(more)];
          if (b) expect(a?.contactsADay).toBeLessThanOrEqual(b.contactsADay);
          if (a && a.contactsADay > 1) expect(((a.contactsADay - 1) * 5) / 9).toBeLessThan(less);
          if (b) expect(b.minutesADay).toBeLessThanOrEqual(MOST_MINUTES_A_DAY);
        },
      ),
    );
  });

  test('says so when no working day is long enough, or nobody works', () => {
    expect(contactsToClose(effort, 5, () => false)).toBe(null);
    expect(contactsToClose(effort, 0, () => true)).toBe(null);
    expect(contactsToClose({ ...effort, moments: 0 }, 5, () => true)).toBe(null);
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
