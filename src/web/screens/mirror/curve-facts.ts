import type { MirrorRow } from '#contract/mirror';

type Counted = Pick<MirrorRow, 'number' | 'count'>;

/** How many in all. */
export function totalOf(rows: readonly Counted[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}

/** The number with most; the first among equals. Null when nothing was counted. */
export function peakOf(rows: readonly Counted[]): number | null {
  let best: Counted | null = null;
  for (const row of rows) if (row.count > 0 && row.count > (best?.count ?? 0)) best = row;
  return best?.number ?? null;
}

/** The number by which half had happened. Null when nothing was counted. */
export function halfwayOf(rows: readonly Counted[]): number | null {
  const half = totalOf(rows) / 2;
  if (half === 0) return null;
  let sum = 0;
  for (const row of rows) {
    sum += row.count;
    if (sum >= half) return row.number;
  }
  return null;
}
