import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '../day/day.ts';
import { aLog, aMoment, anOpportunity, aPlanning, tuesday } from './facts.cases.ts';
import { logMoment } from './log-moment.ts';
import { recount } from './recount.ts';
import { valueOf, withTerms } from './terms.ts';

const monthly = { amount: 25_000, months: 12, startsOn: null, renews: false, noticeMonths: 0 };
const quote = { amount: 300_000, sentOn: tuesday, validUntil: null, state: 'out', link: null } as const;
const sold = (given: Parameters<typeof anOpportunity>[0], value: number | null = null) => {
  const facts = { opportunity: anOpportunity(given), moments: [], inbounds: [], planning: aPlanning() };
  const logged = logMoment(facts, aLog({ outcome: 'bought', value }));
  if (logged.kind !== 'logged') throw new Error(logged.code);
  return logged.opportunity;
};

describe('so much a month', () => {
  test('decides the value, and another value ends it', () => {
    const recurring = withTerms(anOpportunity({ value: 5 }), { recurring: monthly });
    expect(recurring).toMatchObject({ value: 300_000, recurring: monthly });
    expect(withTerms(recurring, { value: 300_000 }).recurring).toEqual(monthly);
    expect(withTerms(recurring, { value: 310_000 })).toMatchObject({ value: 310_000, recurring: null });
    expect(withTerms(recurring, { recurring: null })).toMatchObject({ value: 300_000, recurring: null });
  });

  test('value is always the two multiplied, whatever is asked in whatever order', () => {
    const wish = fc.record({
      value: fc.option(fc.nat(10_000_000), { nil: undefined }),
      recurring: fc.option(
        fc.option(fc.record({ amount: fc.integer({ min: 1, max: 1e9 }), months: fc.integer({ min: 1, max: 120 }) }), {
          nil: null,
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
        const after = wishes.reduce(
          (facts, one) => withTerms(facts, { ...one, recurring: one.recurring && { ...monthly, ...one.recurring } }),
          anOpportunity(),
        );
        if (after.recurring) expect(after.value).toBe(valueOf(after.recurring));
      }),
    );
  });

  test('begins on the day of the sale, or later where that was agreed', () => {
    expect(sold({ value: 300_000, recurring: monthly })).toMatchObject({
      recurring: { startsOn: tuesday },
      payment: { expectedOn: null },
    });
    const later = toDay('2027-02-01');
    expect(sold({ value: 300_000, recurring: { ...monthly, startsOn: later } }).recurring?.startsOn).toBe(later);
  });
});

describe('a sale', () => {
  test('is expected to be paid in thirty days', () => {
    expect(sold({}).payment).toEqual({ expectedOn: addDays(tuesday, 30), paidOn: null });
    expect(sold({ value: null }, 5000)).toMatchObject({ value: 5000, payment: { expectedOn: '2026-12-24' } });
  });

  test('without an amount expects nothing', () => {
    expect(sold({ value: null }).payment).toEqual({ expectedOn: null, paidOn: null });
  });

  test('answers the quote that was out, and no other', () => {
    expect(sold({ quote }).quote?.state).toBe('accepted');
    expect(sold({ quote: { ...quote, state: 'withdrawn' } }).quote?.state).toBe('withdrawn');
  });
});

describe('a quote warms to interested', () => {
  test('what was held after its day, and the opportunity itself', () => {
    const moments = [
      aMoment({ id: 'a', outcome: 'no_answer', happenedOn: addDays(tuesday, -3) }),
      aMoment({ id: 'b', outcome: 'no_answer', happenedOn: tuesday }),
      aMoment({ id: 'c', outcome: 'no_answer', happenedOn: addDays(tuesday, 2) }),
    ];
    const counted = recount(anOpportunity({ quote }), moments, []);
    expect(counted.moments.map((moment) => moment.warmthBefore)).toEqual(['silent', 'silent', 'interested']);
    expect(counted.opportunity.warmth).toBe('interested');
  });

  test('also when it was declined since: warmth only goes upward', () => {
    expect(recount(anOpportunity({ quote: { ...quote, state: 'declined' } }), [], []).opportunity.warmth).toBe(
      'interested',
    );
  });
});
