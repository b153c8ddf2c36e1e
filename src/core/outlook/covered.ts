import type { Day } from '../day/day.ts';
import type { Periods } from '../persistence/periods.ts';
import { endOf } from './horizon.ts';
import { cumulated } from './receipts.ts';

/**
 * The first period whose cumulated revenue and cash at hand lie under the cumulated need; −1 when none does (engine.md, section 5: with the
 * 10% quantile as revenue this is the week in which one runs dry).
 */
export function firstShort(cash: number, revenue: readonly number[], need: readonly number[]): number {
  // Halves of a cent that rounding left are no shortage.
  return need.findIndex((needed, place) => cash + (revenue[place] ?? 0) < needed - 0.5);
}

/**
 * Until which day this much is covered: the end of the last period before the first that is short; `null` when it is covered as far as we
 * look; `'not'` when the first period is short already. `revenue` and `need` cumulated.
 */
export function coveredUntil(
  cash: number,
  revenue: readonly number[],
  need: readonly number[],
  periods: Periods,
): Day | 'not' | null {
  const short = firstShort(cash, revenue, need);
  if (short < 0) return null;
  return short === 0 ? 'not' : endOf(periods, short - 1);
}

/**
 * Needs in their order, each with all that comes before it: what is over after the wages pays the rent. `dues`: by need and period;
 * the answer is cumulated over both.
 */
export function stackedNeeds(dues: readonly (readonly number[])[]): number[][] {
  let before: readonly number[] = [];
  return dues.map((ofNeed) => {
    const stacked = cumulated(ofNeed).map((sum, place) => sum + (before[place] ?? 0));
    before = stacked;
    return stacked;
  });
}
