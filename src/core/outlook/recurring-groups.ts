import { addDays } from '../day/day.ts';
import type { OpenGroup } from '../persistence/open-revenue.ts';

/** Open opportunities that stand alike and would each pay so much a month for `months` months: `value` is the sum of what they pay a month. */
export type RecurringGroup = OpenGroup & { months: number };

/**
 * A sale that is paid by the month, as payments on later days. Means are exact. The payments of one sale come together or not at all, which
 * the forecast, that holds them for separate, does not know: for `cumulative` sums the k-th payment therefore carries (2k + 1) squares, which
 * add up to the n² of n payments; within one period each carries its own.
 */
export function paymentGroups(group: RecurringGroup, kind: 'own' | 'cumulative'): OpenGroup[] {
  const { months, ...first } = group;
  return Array.from({ length: months }, (_, k) => ({
    ...first,
    nextOn: addDays(first.nextOn, Math.round((k * 365) / 12)),
    // Counted once; and not 1, so that payments are never simulated as sales of their own.
    count: k === 0 ? first.count : 0,
    squares: kind === 'own' ? first.squares : first.squares * (2 * k + 1),
  }));
}
