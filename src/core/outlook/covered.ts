import { addDays, type Day, daysBetween } from '../day/day.ts';
import type { Periods } from '../persistence/periods.ts';
import { endOf, placeOf } from './horizon.ts';
import type { OnDay } from './receipts.ts';

/** What has come in by the end of a day. */
export type IncomeBy = (day: Day) => number;

/** What has come in by the end of a day when `sums` have by the end of each period: within one spread evenly over its days. */
export function spreadOverDays(sums: readonly number[], periods: Periods): IncomeBy {
  return (day) => {
    const place = placeOf(periods, day);
    const start = periods.starts[place];
    if (place < 0 || start === undefined) return day < periods.until ? 0 : (sums.at(-1) ?? 0);
    const before = sums[place - 1] ?? 0;
    const share = (daysBetween(start, day) + 1) / (daysBetween(start, endOf(periods, place)) + 1);
    return before + share * ((sums[place] ?? before) - before);
  };
}

/** What payments on known days have brought by the end of a day. */
export function paidBy(payments: readonly OnDay[]): IncomeBy {
  const days = dueLines(payments);
  return (day) => days.findLast(({ on }) => on <= day)?.sum ?? 0;
}

/** The first day on which something is due that is not covered, and by how much. */
export type Short = { on: Day; short: number };

/**
 * The first due day by whose end what is at hand and came in lies under all that was due by then; null when none does. Only there can it run
 * short first (engine.md, section 5: with the 10% quantile as revenue). Money that comes later than the wages does not pay them.
 */
export function firstShort(cash: number, incomeBy: IncomeBy, dues: readonly OnDay[]): Short | null {
  for (const { on, sum } of dueLines(dues)) {
    const short = sum - cash - incomeBy(on);
    // Halves of a cent that rounding left are no shortage.
    if (short > 0.5) return { on, short };
  }
  return null;
}

/**
 * Until which day this is covered: the day before the first that is short; `null` when it is covered as far as we look; `'not'` when that
 * lies in the first period. `dues`: of a need with all that come before it in their order, for what is over after the wages pays the rent.
 */
export function coveredUntil(
  cash: number,
  incomeBy: IncomeBy,
  dues: readonly OnDay[],
  periods: Periods,
): Day | 'not' | null {
  const short = firstShort(cash, incomeBy, dues);
  if (short === null) return null;
  return placeOf(periods, short.on) === 0 ? 'not' : addDays(short.on, -1);
}

/** Of each day its sum with all before it, in their order. */
export function dueLines(amounts: readonly OnDay[]): { on: Day; sum: number }[] {
  const lines: { on: Day; sum: number }[] = [];
  let sum = 0;
  for (const { on, amount } of amounts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    sum += amount;
    const last = lines.at(-1);
    if (last?.on === on) last.sum = sum;
    else lines.push({ on, sum });
  }
  return lines;
}
