import { STAGE_COUNT } from './stage-list.ts';

/** Where the article says that 80% of sales fall (unverified). */
export const articleGold: readonly number[] = [5, 6, 7, 8, 9, 10, 11, 12];

/**
 * The numbers that the trail rings in gold: the shortest run of neighbouring numbers that holds half of one's own sales, the earlier on a
 * tie. `sales[j]`: sales at number j + 1. Without sales the article's.
 */
export function goldNumbers(sales: readonly number[]): readonly number[] {
  const total = sales.slice(0, STAGE_COUNT).reduce((sum, n) => sum + n, 0);
  if (total === 0) return articleGold;
  for (let length = 1; length <= STAGE_COUNT; length++) {
    let best = -1;
    let bestSum = 0;
    for (let from = 0; from + length <= STAGE_COUNT; from++) {
      const sum = sales.slice(from, from + length).reduce((a, b) => a + b, 0);
      if (sum * 2 >= total && sum > bestSum) {
        best = from;
        bestSum = sum;
      }
    }
    if (best >= 0) return Array.from({ length }, (_, i) => best + i + 1);
  }
  return articleGold;
}
