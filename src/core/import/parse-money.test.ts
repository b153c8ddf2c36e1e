import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyCases } from './parse-money.cases.ts';
import { parseMoney, type DecimalSign } from './parse-money.ts';

describe('an amount as people and programs write it', () => {
  it.each(moneyCases)('%s in a file with %s before the cents is %s', (text, decimal, expected) => {
    const parsed = parseMoney(text, decimal);
    const shown = parsed.ok
      ? [parsed.value.minor, parsed.value.currency].filter((part) => part !== null).join(' ')
      : parsed.problem;
    expect(shown).toBe(expected);
  });

  const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });

  it('comes back from Dutch, English and Swiss writing, to the cent', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom<DecimalSign>(',', '.'), (minor, hint) => {
        const euros = String(Math.floor(minor / 100));
        const rest = String(minor % 100).padStart(2, '0');
        const grouped = (sign: string) => euros.replaceAll(/\B(?=(?:\d{3})+$)/g, sign);
        for (const text of [
          `€ ${grouped('.')},${rest}`,
          `${grouped(',')}.${rest}`,
          `${grouped("'")}.${rest} EUR`,
          `${euros},${rest}`,
        ]) {
          const parsed = parseMoney(text, hint);
          expect(parsed.ok && parsed.value.minor, text).toBe(minor);
        }
      }),
    );
  });

  it('of figures alone is read as the rule for all amounts reads it', () => {
    const bare = fc.tuple(fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^(?:[.,]\d{1,4})?$/));
    fc.assert(
      fc.property(bare, fc.constantFrom<DecimalSign>(',', '.'), ([whole, rest], hint) => {
        // The space keeps it from the short way.
        expect(parseMoney(`${whole}${rest}`, hint)).toEqual(parseMoney(` ${whole}${rest}`, hint));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never guessed: any text gives whole cents within the limits, or a problem', () => {
    const moneyLike = fc.string({ unit: fc.constantFrom(...'0123456789.,- €$k()mln euro'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), moneyLike), fc.constantFrom<DecimalSign>(',', '.'), (text, hint) => {
        const parsed = parseMoney(text, hint);
        if (parsed.ok) {
          expect(Number.isSafeInteger(parsed.value.minor)).toBe(true);
          expect(parsed.value.minor).toBeGreaterThanOrEqual(0);
          expect(parsed.value.minor).toBeLessThanOrEqual(1_000_000_000_000);
        } else expect(['empty', 'not_money', 'negative_money', 'money_too_large']).toContain(parsed.problem);
      }),
      { numRuns: 2000 },
    );
  });
});
