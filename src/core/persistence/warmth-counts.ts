import type { Warmth } from '../opportunity/vocabulary.ts';
import type { OutcomeCounts } from './posterior.ts';
import { STAGE_COUNT } from './stage-list.ts';

/**
 * Moments of one stage that were entered with one warmth: tried, sold, refused, and for those that went on, how many left with each
 * warmth (`to`). Only the proportions within `to` are used, so that counting sold and refused in it too does no harm.
 */
export interface WarmthStageCounts {
  readonly tried: number;
  readonly sold: number;
  readonly refused: number;
  readonly to: Readonly<Record<Warmth, number>>;
}

/** Per stage 1..12 (index 0 = stage 1) and warmth before. */
export interface WarmthCounts {
  readonly stages: readonly Readonly<Record<Warmth, WarmthStageCounts>>[];
}

/** One row of counters: the moments with this number, warmth before and warmth after. */
export interface WarmthCountRow {
  readonly number: number;
  readonly before: Warmth;
  readonly after: Warmth;
  readonly tried: number;
  readonly sold: number;
  readonly refused: number;
}

interface Tally {
  tried: number;
  sold: number;
  refused: number;
  to: Record<Warmth, number>;
}

/** A record with one entry for each warmth. */
export function byWarmth<Entry>(of: (warmth: Warmth) => Entry): Record<Warmth, Entry> {
  return { unknown: of('unknown'), silent: of('silent'), spoke: of('spoke'), interested: of('interested') };
}

const tally = (): Tally => ({ tried: 0, sold: 0, refused: 0, to: byWarmth(() => 0) });

/**
 * Folds counter rows, in any order, several of one kind allowed (also negative ones: pending moments taken off). Numbers outside 1..12
 * are left out, but sales after 12 are returned.
 */
export function warmthCountsOf(rows: Iterable<WarmthCountRow>): WarmthCounts & { readonly salesBeyond12: number } {
  const stages = Array.from({ length: STAGE_COUNT }, () => byWarmth(tally));
  let salesBeyond12 = 0;
  for (const { number, before, after, tried, sold, refused } of rows) {
    if (number > STAGE_COUNT) salesBeyond12 += sold;
    const of = stages[number - 1]?.[before];
    if (!of) continue;
    of.tried += tried;
    of.sold += sold;
    of.refused += refused;
    of.to[after] += tried - sold - refused;
  }
  return { stages, salesBeyond12 };
}

/** The same counts without regard to warmth: what `unknown` and the pooled posterior learn from. */
export function pooledCounts(counts: WarmthCounts, salesBeyond12 = 0): OutcomeCounts {
  const stages = counts.stages.map(({ unknown, silent, spoke, interested }) => ({
    tried: unknown.tried + silent.tried + spoke.tried + interested.tried,
    sold: unknown.sold + silent.sold + spoke.sold + interested.sold,
    refused: unknown.refused + silent.refused + spoke.refused + interested.refused,
  }));
  return { stages, salesBeyond12 };
}
