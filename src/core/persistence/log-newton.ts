/** ln of a distribution function at x = e^t, and its slope in t. */
export interface LogCdfPoint {
  readonly log: number;
  readonly slope: number;
}

const MAX_STEPS = 200;

/**
 * Solves ln F(e^t) = target for t by Newton's method. Near zero F behaves as a power of x, so that on these scales it is almost a
 * straight line: quantiles of 1e-18 need no more steps than those of 0.5. `start` is the power law's own answer. Steps that leave
 * the bracket found so far are replaced by halving it.
 */
export function solveLogCdf(at: (t: number) => LogCdfPoint, target: number, start: number, highest: number): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = highest;
  let t = Math.min(start, highest);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { log, slope } = at(t);
    const off = log - target;
    if (off === 0) return t;
    if (off > 0) high = Math.min(high, t);
    else low = Math.max(low, t);
    let next = t - off / slope;
    if (!(next > low && next < high))
      next = Number.isFinite(low) ? (low + high) / 2 : high - 2 * Math.max(1, highest - high);
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
}
