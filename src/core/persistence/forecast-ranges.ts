import type { LargeForecastPeriod, RevenueRange, RevenueRanges } from './open-revenue.ts';
import { at } from './stage-list.ts';

/** What `open`, `fresh` and `both` are, within a period and cumulated: six series of a figure per period. */
export const PARTS = ['open', 'fresh', 'both'] as const;
export type Part = (typeof PARTS)[number];
export type PartSeries = Readonly<Record<Part, Float64Array>>;
export interface Series {
  readonly own: PartSeries;
  readonly cumulative: PartSeries;
}

/** Makes both kinds of series by `of`. */
export function eachSeries<Of>(of: (part: Part, cumulative: boolean) => Of): {
  own: Record<Part, Of>;
  cumulative: Record<Part, Of>;
} {
  return {
    own: { open: of('open', false), fresh: of('fresh', false), both: of('both', false) },
    cumulative: { open: of('open', true), fresh: of('fresh', true), both: of('both', true) },
  };
}

/**
 * From a sample of each figure to its range: `samples` hold for every period `size` sums in a row. `means` are the estimates,
 * `deviations` the standard deviations where they are known better than from the sample.
 */
export function rangesOf(
  names: readonly string[],
  means: Series,
  samples: Series,
  size: number,
  deviations?: Series,
): LargeForecastPeriod[] {
  return names.map((period, place) => {
    const range = (kind: 'own' | 'cumulative', part: Part): RevenueRange => {
      const sample = samples[kind][part].subarray(place * size, (place + 1) * size).toSorted();
      const point = (q: number) => at(sample, Math.max(0, Math.ceil(q * size) - 1));
      const sd = deviations ? at(deviations[kind][part], place) : deviationOf(sample);
      return { mean: at(means[kind][part], place), sd, p10: point(0.1), p50: point(0.5), p90: point(0.9) };
    };
    const ranges = (kind: 'own' | 'cumulative'): RevenueRanges => ({
      open: range(kind, 'open'),
      fresh: range(kind, 'fresh'),
      both: range(kind, 'both'),
    });
    return { period, ...ranges('own'), cumulative: ranges('cumulative') };
  });
}

function deviationOf(sample: Float64Array): number {
  const mean = sample.reduce((sum, one) => sum + one, 0) / sample.length;
  return Math.sqrt(sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sample.length);
}
