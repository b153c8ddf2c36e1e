/** So many of the newest sales with an amount tell what a sale brings: enough to be sure of, few enough to follow a new price. */
export const SALES_LOOKED_AT = 200;

/** So many sales does the user's own guess count for, as the settings of minutes do (learned-minutes). Ours: engine.md gives none. */
export const GUESS_WEIGHT = 10;

/** One sale counts for at most so many times the average before it. */
export const MOST_TIMES = 10;

/** A smaller step is not worth ranking everything anew that has no amount. */
export const LEAST_STEP = 0.03;

/**
 * What a sale brings on average: a0 = guess, a = ((10 + n − 1)·a + min(x, 10·a)) / (10 + n) for the n-th sale x, from the oldest on. Of sales
 * that are never ten times the average so far it is (10·guess + Σx) / (10 + n). The mean, as what a new prospect brings is one (engine.md,
 * section 3), with the one sale cut off that would drown all others; a median would leave out the large sales that a business lives on.
 * Cut by the average before it, so that it moves towards every sale and by the n-th at most by 9 / (10 + n) of itself. With a guess of 0 there is
 * nothing to measure the first by: it is not cut. Whole minor units.
 */
export function averageSale(guess: number, oldestFirst: readonly number[]): number {
  let average = guess;
  for (const [i, value] of oldestFirst.entries()) {
    const counted = average > 0 ? Math.min(value, MOST_TIMES * average) : value;
    average = ((GUESS_WEIGHT + i) * average + counted) / (GUESS_WEIGHT + i + 1);
  }
  return Math.round(average);
}

/** What counts from now on, when `before` counted until now: that again for a step too small. Without any sale the guess. */
export function nextAverage(guess: number, before: number, oldestFirst: readonly number[]): number {
  if (oldestFirst.length === 0) return guess;
  const average = averageSale(guess, oldestFirst);
  return Math.abs(average - before) > LEAST_STEP * before ? average : before;
}
