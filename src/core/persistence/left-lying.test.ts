import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftLying } from './left-lying.ts';
import { articleShares } from './prior.ts';

describe('what is left lying in a year', () => {
  test('twenty a month at a thousand, stopping after the third: 20% × 90% of 240 sales are still to come', () => {
    const left = leftLying({ newPerMonth: 20, value: 1000, stopAfter: 3, chance: 0.2 });
    expect(left.prospects).toBe(240);
    // 2 + 3 + 5% of the sales fall in the first three contacts.
    expect(left.letGo).toBeCloseTo(240 * (1 - 0.2 * 0.1), 9);
    expect(left.amount).toBeCloseTo(240 * 0.2 * 0.9 * 1000, 6);
    expect(left.low).toBeLessThan(left.amount);
    expect(left.high).toBeGreaterThan(left.amount);
  });

  test('the formula that is shown gives the amount that is shown', () => {
    const left = leftLying({ newPerMonth: 7, value: 250_000, stopAfter: 5, chance: 0.35 });
    expect(left.letGo * left.later * 250_000).toBeCloseTo(left.amount, 6);
  });

  test('who goes on to contact 12 leaves nothing lying', () => {
    expect(leftLying({ newPerMonth: 20, value: 1000, stopAfter: 12, chance: 0.2 })).toMatchObject({
      amount: 0,
      low: 0,
      high: 0,
      moments: 0,
    });
  });

  test('by whatever is filled in: the article’s share of the sales after the stop, inside its range', () => {
    const shares = articleShares('uniform');
    fc.assert(
      fc.property(
        fc.record({
          newPerMonth: fc.integer({ min: 0, max: 1000 }),
          value: fc.integer({ min: 0, max: 10_000_000 }),
          stopAfter: fc.integer({ min: 1, max: 12 }),
          chance: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
        }),
        (input) => {
          const left = leftLying(input);
          const after = shares.slice(input.stopAfter).reduce((sum, share) => sum + share, 0);
          const expected = 12 * input.newPerMonth * input.chance * after * input.value;
          expect(Math.abs(left.amount - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
          expect(left.low).toBeLessThanOrEqual(left.amount * (1 + 1e-12));
          expect(left.high).toBeGreaterThanOrEqual(left.amount * (1 - 1e-12));
          expect(left.letGo).toBeLessThanOrEqual(left.prospects);
        },
      ),
    );
  });
});
