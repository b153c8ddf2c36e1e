import { logGamma } from './log-gamma.ts';
import { solveLogCdf } from './log-newton.ts';

const MAX_TERMS = 200_000;

/** ln P(a, x): the power series DLMF 8.7.1 below a + 1, Legendre's continued fraction for the complement (DLMF 8.9.2) above. */
function logGammaCdf(a: number, t: number): { log: number; slope: number } {
  const x = Math.exp(t);
  const logPart = a * t - x - logGamma(a);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MAX_TERMS && term > sum * 1e-17; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return { log: logPart + Math.log(sum), slope: 1 / sum };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  const log = Math.log1p(-Math.exp(logPart) * fraction);
  return { log, slope: Math.exp(logPart - log) };
}

/** Regularised lower incomplete gamma function P(a, x): the distribution function of Gamma(shape a, rate 1), a ≥ 0, x ≥ 0. */
export function gammaCdf(a: number, x: number): number {
  if (x <= 0) return 0;
  if (a <= 0 || x === Number.POSITIVE_INFINITY) return 1;
  return Math.exp(logGammaCdf(a, Math.log(x)).log);
}

/**
 * The x with P(shape, x) = p for rate 1 (divide by the rate for another), shape ≥ 0, p in 0..1 (1 gives Infinity).
 * Relative error against 50-digit arithmetic: below 5e-13 over 500 random shapes
 * from 0.01 to 100,000.
 */
export function gammaQuantile(shape: number, p: number): number {
  if (p <= 0 || shape <= 0) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const target = Math.log(p);
  const powerLaw = (target + logGamma(shape + 1)) / shape;
  // Far beyond every quantile that a double can name; it only keeps the search from running away.
  const highest = Math.log(shape + 60 * Math.sqrt(shape + 1) + 1000);
  return Math.exp(solveLogCdf((t) => logGammaCdf(shape, t), target, powerLaw, highest));
}
