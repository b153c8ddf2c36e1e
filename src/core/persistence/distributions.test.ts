import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from './beta-distribution.ts';
import { gammaCdf, gammaQuantile } from './gamma-distribution.ts';
import { logBeta, logGamma } from './log-gamma.ts';

const shape = fc.double({ min: -2, max: 5, noNaN: true }).map((power) => 10 ** power);
const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the Beta and Gamma distributions behind every interval', () => {
  it('knows factorials, and the gamma function of a half', () => {
    expect(Math.exp(logGamma(5))).toBeCloseTo(24, 11);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 13);
  });

  it('agrees with the closed forms of Beta(a, 1), Beta(1, b) and of the arcsine law', () => {
    expect(betaQuantile(0.02, 1, 0.5)).toBeCloseTo(0.5 ** 50, 25);
    expect(betaQuantile(1, 7, 0.3)).toBeCloseTo(1 - 0.7 ** (1 / 7), 14);
    expect(betaCdf(0.5, 0.5, 0.2)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 13);
  });

  it('agrees with the closed forms of the exponential and the chi-squared distribution', () => {
    expect(gammaQuantile(1, 0.95)).toBeCloseTo(-Math.log(0.05), 13);
    // Quantile of chi-squared with 10 degrees of freedom, as in any table.
    expect(2 * gammaQuantile(5, 0.95)).toBeCloseTo(18.307038053275, 11);
  });

  it('finds a chance back from its quantile, for any parameters', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        const q = betaQuantile(a, b, p);
        // Where the quantile lies nearer to 0 or 1 than a double can tell, there is nothing to find back.
        if (q > 1e-300 && 1 - q > 1e-9) expect(betaCdf(a, b, q)).toBeCloseTo(p, 8);
        const g = gammaQuantile(a, p);
        if (g > 1e-300) expect(gammaCdf(a, g)).toBeCloseTo(p, 8);
      }),
    );
  });

  it('is mirrored: the lower quantile of Beta(a, b) is the upper one of Beta(b, a)', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        expect(betaQuantile(a, b, p)).toBeCloseTo(1 - betaQuantile(b, a, 1 - p), 9);
      }),
    );
  });

  it('puts all mass on an end when a parameter is nothing', () => {
    expect([betaQuantile(0, 3, 0.95), betaQuantile(3, 0, 0.05), gammaQuantile(0, 0.5)]).toEqual([0, 1, 0]);
    expect([betaQuantile(2, 3, 0), betaQuantile(2, 3, 1), gammaQuantile(2, 1)]).toEqual([0, 1, Infinity]);
    expect([betaCdf(2, 3, 0), betaCdf(2, 3, 1), betaCdf(0, 3, 0.5), betaCdf(3, 0, 0.5)]).toEqual([0, 1, 1, 0]);
  });

  it('keeps its digits for a million outcomes', () => {
    const q = betaQuantile(20_000.5, 1_000_000, 0.05);
    expect(betaCdf(20_000.5, 1_000_000, q)).toBeCloseTo(0.05, 9);
  });
});
