import type { Mirror, MirrorRow } from '#contract/mirror';

/** Numbers 1 to 12 and, as 13, all beyond. */
export const columnNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

/** In percent of the chart's width, so that it fits any screen without being scaled. */
export const columnWidth = 100 / columnNumbers.length;

export type Scale = {
  /** Height of a bar, 0..1. */
  bar: (row: MirrorRow | undefined) => number;
  /** Height of a share, 0..1: for intervals and the article. */
  share: (share: number) => number;
};

/**
 * Shares from 20 ended on, counts before. The highest bar, the highest end of an interval that belongs to a bar, and the
 * article when it is shown, all fit.
 */
export function scaleOf(mirror: Mirror, withArticle: boolean): Scale {
  const rows = [...mirror.sales, ...mirror.stops];
  const counted = rows.filter((row) => row.count > 0);
  if (!mirror.enough) {
    const most = Math.max(1, ...counted.map((row) => row.count));
    return { bar: (row) => (row?.count ?? 0) / most, share: () => 0 };
  }
  const article = withArticle ? [...mirror.article.sales, ...mirror.article.stops] : [];
  const most = Math.max(0.05, ...counted.map((row) => row.high ?? 0), ...article);
  return { bar: (row) => (row?.share ?? 0) / most, share: (share) => Math.min(1, share / most) };
}

export function rowAt(rows: readonly MirrorRow[], number: number): MirrorRow | undefined {
  return rows.find((row) => row.number === number);
}
