import type { Today } from '#contract/today';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

/**
 * The numbers in gold, from the last plan that was loaded: the trail of every screen shows the same. Today is always
 * asked first (the menu counts it), so nothing extra is asked for a colour.
 */
export function goldOf(): readonly number[] {
  const plans = queryClient.getQueriesData<Today>({ queryKey: keys.allToday });
  return plans.findLast(([, today]) => today !== undefined)?.[1]?.gold ?? [];
}
