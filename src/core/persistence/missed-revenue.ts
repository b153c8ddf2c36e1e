import { betaQuantile } from './beta-distribution.ts';
import { buyLaterMoments, type Moments, type StageBeliefs } from './buy-later.ts';

/** Missed revenue of one prospect given up at k: chance and money, the money with its 90% range; same unit as the value given. */
export interface MissedRevenue {
  readonly k: number;
  readonly mean: number;
  readonly sd: number;
  readonly missed: number;
  readonly lo90: number;
  readonly hi90: number;
}

/** 5% and 95% quantiles of the Beta with these moments; a point when there is no spread. */
export function momentMatchedRange({ mean, sd }: Moments): [low: number, high: number] {
  const spread = sd * sd;
  const z = spread > 0 ? (mean * (1 - mean)) / spread - 1 : Number.POSITIVE_INFINITY;
  if (mean <= 0 || mean >= 1 || !Number.isFinite(z)) return [mean, mean];
  // Mean m with all mass on 0 and 1 is the widest a chance can be; rounding may come out just past it.
  if (z <= 0) return [mean > 0.95 ? 1 : 0, mean < 0.05 ? 0 : 1];
  return [betaQuantile(mean * z, (1 - mean) * z, 0.05), betaQuantile(mean * z, (1 - mean) * z, 0.95)];
}

/**
 * V·buyLater(k) for k = 0..11 (engine.md, section 4), the range by exact moments and moment-matched Beta quantiles. Gross: the time
 * that it would take is not taken off (netOfTime). For a sum over prospects see missed-revenue-total.ts.
 */
export function missedRevenueByStage(beliefs: StageBeliefs, value: number): MissedRevenue[] {
  return buyLaterMoments(beliefs).map((moments, k) => {
    const [low, high] = momentMatchedRange(moments);
    return { k, ...moments, missed: value * moments.mean, lo90: value * low, hi90: value * high };
  });
}

/** Gross less what the same minutes would bring with new prospects: − index(new) × expected minutes. May be negative. */
export function netOfTime(gross: number, expectedMinutes: number, newPerMinute: number): number {
  return gross - newPerMinute * expectedMinutes;
}
