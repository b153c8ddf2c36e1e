import { nextAverage } from '../persistence/average-sale.ts';
import { type Difference, differenceOf } from './difference.ts';

/** The average sale that counts, against the sales: it is what it would be now, but for a step too small to take. */
export function verifyAverageSale(
  workspaceId: string,
  stored: { guess: number; average: number; counted: number },
  oldestFirst: readonly number[],
): Difference[] {
  const average = nextAverage(stored.guess, stored.average, oldestFirst);
  return [
    ...differenceOf('workspace.learned_average', workspaceId, stored.average, average),
    ...differenceOf('workspace.learned_sales', workspaceId, stored.counted, oldestFirst.length),
  ];
}
