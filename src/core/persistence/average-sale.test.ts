import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageSale, GUESS_WEIGHT, LEAST_STEP, MOST_TIMES, nextAverage, SALES_LOOKED_AT } from './average-sale.ts';

const euro = (amount: number) => amount * 100;
const times = (count: number, value: number) => Array.from({ length: count }, () => value);
const amount = fc.integer({ min: 0, max: 1_000_000_000 });
/** As ordinary sales are: none ten times what the others are. */
const near = fc.integer({ min: euro(500), max: euro(4500) });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the average sale', () => {
  it('is the guess until something was sold', () => {
    expect(averageSale(euro(1000), [])).toBe(euro(1000));
  });

  it('weighs the guess as ten sales', () => {
    expect([GUESS_WEIGHT, MOST_TIMES, SALES_LOOKED_AT]).toEqual([10, 10, 200]);
    expect(averageSale(euro(1000), times(30, euro(8000)))).toBe(Math.round((10 * euro(1000) + 30 * euro(8000)) / 40));
    expect(averageSale(0, times(10, euro(500)))).toBeLessThanOrEqual(euro(250));
  });

  it('is (10 × guess + sum) / (10 + number) where no sale stands out, in whatever order they came', () => {
    fc.assert(
      fc.property(near, fc.array(near, { maxLength: 200 }), (guess, sales) => {
        const exact = (10 * guess + sum(sales)) / (10 + sales.length);
        expect(Math.abs(averageSale(guess, sales) - exact)).toBeLessThanOrEqual(0.51);
        expect(Math.abs(averageSale(guess, sales.toReversed()) - exact)).toBeLessThanOrEqual(0.51);
      }),
    );
  });

  it('lies between the guess and the sales, and where no sale stands out between the guess and their mean', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 200 }), (guess, sales) => {
        const average = averageSale(guess, sales);
        expect(Number.isSafeInteger(average)).toBe(true);
        expect(average).toBeGreaterThanOrEqual(Math.min(guess, ...sales));
        expect(average).toBeLessThanOrEqual(Math.max(guess, ...sales));
        // Cutting off only ever lowers it.
        expect(average).toBeLessThanOrEqual((10 * guess + sum(sales)) / (10 + sales.length) + 0.51);
      }),
    );
    fc.assert(
      fc.property(near, fc.array(near, { minLength: 1, maxLength: 200 }), (guess, sales) => {
        const mean = sum(sales) / sales.length;
        const average = averageSale(guess, sales);
        expect(average).toBeGreaterThanOrEqual(Math.min(guess, mean) - 0.51);
        expect(average).toBeLessThanOrEqual(Math.max(guess, mean) + 0.51);
      }),
    );
  });

  it('moves towards one sale more, and never past it', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 199 }), amount, (guess, sales, sale) => {
        const before = averageSale(guess, sales);
        const after = averageSale(guess, [...sales, sale]);
        expect(after).toBeGreaterThanOrEqual(Math.min(before, sale));
        expect(after).toBeLessThanOrEqual(Math.max(before, sale));
      }),
    );
  });

  it('is not ruined by one sale of ten million euro', () => {
    const usual = times(30, euro(8000));
    const before = averageSale(euro(1000), usual);
    expect(averageSale(euro(1000), [...usual, euro(10_000_000)])).toBeLessThan(1.25 * before);
    expect(averageSale(euro(1000), [euro(10_000_000)])).toBeLessThanOrEqual(2 * euro(1000));
    // The same ten million among the mean of all.
    expect((10 * euro(1000) + sum(usual) + euro(10_000_000)) / 41).toBeGreaterThan(30 * before);
  });

  it('follows when every sale is so large', () => {
    const average = averageSale(euro(1000), times(200, euro(80_000)));
    expect(average).toBeGreaterThan(0.9 * euro(80_000));
  });
});

describe('the average that counts', () => {
  it('stays for three hundredths, and moves for more', () => {
    expect(LEAST_STEP).toBe(0.03);
    expect(nextAverage(euro(1000), euro(1000), times(50, euro(1020)))).toBe(euro(1000));
    const moved = Math.round((10 * euro(1000) + 50 * euro(1100)) / 60);
    expect(nextAverage(euro(1000), euro(1000), times(50, euro(1100)))).toBe(moved);
  });

  it('is the guess again once no sale is left', () => {
    expect(nextAverage(euro(1000), euro(1010), [])).toBe(euro(1000));
  });

  it('is at rest once it has moved, and never further off than that step', () => {
    fc.assert(
      fc.property(amount, amount, fc.array(amount, { maxLength: 30 }), (guess, before, sales) => {
        const next = nextAverage(guess, before, sales);
        expect(nextAverage(guess, next, sales)).toBe(next);
        expect(Math.abs(next - averageSale(guess, sales))).toBeLessThanOrEqual(LEAST_STEP * next);
      }),
    );
  });
});
