import type { Random } from './seeded-random.ts';

/** One standard normal number (Box and Muller 1958, one of the pair). */
function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/**
 * ln of one Gamma(shape, 1) draw; −Infinity for shape 0. Marsaglia and Tsang (2000); below shape 1 a draw at shape + 1 times
 * U^(1/shape). As a logarithm, because pseudo-counts of 0.02 give draws far below the smallest double.
 */
function logGammaDraw(shape: number, random: Random): number {
  if (!(shape > 0)) return Number.NEGATIVE_INFINITY;
  if (shape < 1) return logGammaDraw(shape + 1, random) + Math.log(random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** A lognormal number of this mean and standard deviation; the mean itself without either. */
export function lognormalDraw(mean: number, deviation: number, random: Random): number {
  if (!(mean > 0) || !(deviation > 0)) return mean;
  const spread = Math.log1p((deviation / mean) ** 2);
  return mean * Math.exp(Math.sqrt(spread) * normalDraw(random) - spread / 2);
}

/** Shares that sum to 1, drawn from the Dirichlet with these parameters (≥ 0); all 0 when all parameters are 0. */
export function drawShares(
  sale: number,
  refuse: number,
  goOn: number,
  random: Random,
): [sale: number, refuse: number, goOn: number] {
  const logs = [logGammaDraw(sale, random), logGammaDraw(refuse, random), logGammaDraw(goOn, random)] as const;
  const most = Math.max(...logs);
  if (most === Number.NEGATIVE_INFINITY) return [0, 0, 0];
  const [x, y, z] = [Math.exp(logs[0] - most), Math.exp(logs[1] - most), Math.exp(logs[2] - most)];
  const whole = x + y + z;
  return [x / whole, y / whole, z / whole];
}

/** 5% and 95% points of drawn figures (nearest rank). */
export function drawnRange(draws: Float64Array): [low: number, high: number] {
  const sorted = draws.toSorted();
  const point = (q: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
  return [point(0.05), point(0.95)];
}
