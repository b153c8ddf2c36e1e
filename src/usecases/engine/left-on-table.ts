import type { Warmth } from '#core/opportunity/vocabulary';
import { buyLaterMoments } from '#core/persistence/buy-later';
import { momentMatchedRange, netOfTime } from '#core/persistence/missed-revenue';
import { posteriorOf } from '#core/persistence/posterior';
import { STAGE_COUNT } from '#core/persistence/stage-list';
import { pooledCounts } from '#core/persistence/warmth-counts';
import type { Figures } from './figures.ts';

/** What may still come of one opportunity, with its 90% range, gross and less the time; money in minor units, whole. */
export type LeftOnTable = {
  buyLater: number;
  low: number;
  high: number;
  stillToGain: number;
  stillToGainLow: number;
  stillToGainHigh: number;
  net: number;
  netLow: number;
  netHigh: number;
  /** Minutes that following to the end takes on average. */
  minutes: number;
};

/** Engine.md, section 4, for one after another under the same figures. */
export function leftOnTable(figures: Figures): (held: number, warmth: Warmth, value: number) => LeftOnTable {
  const pooled = buyLaterMoments(posteriorOf(figures.prior, pooledCounts(figures.counts)));
  return (held, warmth, value) => {
    const k = Math.min(held, STAGE_COUNT);
    const buyLater = figures.table.buyLater[k]?.[warmth] ?? 0;
    const minutes = figures.table.minutesToEnd[k]?.[warmth] ?? 0;
    const [low, high] = rangeOf(buyLater, pooled[k]);
    const net = (chance: number) => Math.round(netOfTime(value * chance, minutes, figures.newPerMinute));
    return {
      buyLater,
      low,
      high,
      stillToGain: Math.round(value * buyLater),
      stillToGainLow: Math.round(value * low),
      stillToGainHigh: Math.round(value * high),
      net: net(buyLater),
      netLow: net(low),
      netHigh: net(high),
      minutes,
    };
  };
}

/** The pooled figures' own spread, moved to this warmth's mean: the class knows less than the pool, so at least this wide. */
function rangeOf(mean: number, pooled: { mean: number; sd: number } | undefined): [low: number, high: number] {
  if (!pooled) return [mean, mean];
  const scale = pooled.mean > 0 ? mean / pooled.mean : 0;
  return momentMatchedRange({ mean, sd: Math.min(pooled.sd * scale, Math.sqrt(mean * (1 - mean))) });
}
