import { type Day, laterOf } from '../day/day.ts';
import type { Periods } from '../persistence/periods.ts';
import { type Horizon, lastDayOf, placeOf } from './horizon.ts';
import { addMonths, monthlyDays } from './month-days.ts';
import type { Need } from './need.ts';

/** An amount on a day, in minor units. */
export type OnDay = { on: Day; amount: number };

/** What a customer pays every month. `until`: the last day; null: it runs on until somebody ends it. */
export type Running = { amount: number; from: Day; until: Day | null; renews: boolean; noticeMonths: number };

/**
 * The payments of a running contract within the horizon. `assured` is up to where it can be ended at the earliest; `ifRenewed` comes after
 * that and comes only if nobody gives notice. One that does not renew ends on its last day.
 */
export function paymentsOf(running: Running, horizon: Horizon): { assured: OnDay[]; ifRenewed: OnDay[] } {
  const { amount, from, until, renews } = running;
  const goesOn = renews || until === null;
  const days = monthlyDays(from, goesOn ? null : until, horizon.today, lastDayOf(horizon));
  const end = endOfRunning(running, horizon.today);
  const payments = days.map((on) => ({ on, amount }));
  return { assured: payments.filter(({ on }) => on <= end), ifRenewed: payments.filter(({ on }) => on > end) };
}

/** The day on which it ends at the earliest: its last day, or, where it goes on by itself, the first end for which notice can still be given. */
export function endOfRunning({ from, until, renews, noticeMonths }: Running, today: Day): Day {
  const notBefore = addMonths(today, noticeMonths);
  if (until === null) return notBefore;
  if (!renews) return until;
  // It renews by terms as long as its first.
  const months = monthlyDays(from, until, from, until).length;
  let end = until;
  for (let terms = 1; end < notBefore; terms += 1) end = addMonths(until, terms * months);
  return end;
}

/** When a need falls due within the horizon. What was once, and is past, is past. */
export function duesOf(need: Pick<Need, 'amount' | 'every' | 'from' | 'until'>, horizon: Horizon): OnDay[] {
  const last = lastDayOf(horizon);
  const days = need.every === 'month' ? monthlyDays(need.from, need.until, horizon.today, last) : [need.from];
  return days.filter((on) => on >= horizon.today && on <= last).map((on) => ({ on, amount: need.amount }));
}

/** Sums by period. What was expected before the first is still to come: it counts in the first. */
export function byPeriod(amounts: readonly OnDay[], periods: Periods): number[] {
  const sums = periods.starts.map(() => 0);
  const [first] = periods.starts;
  if (!first) return sums;
  for (const { on, amount } of amounts) {
    const place = placeOf(periods, laterOf(on, first));
    if (place >= 0) sums[place] = (sums[place] ?? 0) + amount;
  }
  return sums;
}

/** Running sums. */
export function cumulated(amounts: readonly number[]): number[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}
