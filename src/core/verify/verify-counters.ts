import type { CounterRow } from '#core/counter/contribution';
import { keyOf } from '#core/counter/counter-delta';
import { type Difference, differenceOf } from './difference.ts';

/** The numbers of a row, by the name of their column. */
function numbersOf(row: CounterRow): Readonly<Record<string, number>> {
  switch (row.table) {
    case 'index':
      return { tried: row.tried, sold: row.sold, refused: row.refused };
    case 'missed':
    case 'board':
      return { count: row.count, value: row.value, without_value: row.withoutValue };
    case 'pending':
      return { count: row.count };
    case 'minutes':
      return { count: row.count, minutes: row.minutes };
    case 'prospecting':
      return { count: row.count, minutes: row.minutes, found: row.found };
    default:
      return { count: row.count, value: row.value };
  }
}

/** The stored counters against the sum of what every opportunity contributes. A row that is missing counts as zeros, as does one too many. */
export function verifyCounters(
  stored: Iterable<CounterRow>,
  recounted: ReadonlyMap<string, CounterRow>,
): { differences: Difference[]; rows: number } {
  const differences: Difference[] = [];
  const seen = new Set<string>();
  for (const row of stored) {
    const key = keyOf(row);
    seen.add(key);
    const should = recounted.get(key);
    differences.push(...compared(row, key, numbersOf(row), should ? numbersOf(should) : {}));
  }
  for (const [key, row] of recounted) if (!seen.has(key)) differences.push(...compared(row, key, {}, numbersOf(row)));
  return { differences, rows: seen.size };
}

function compared(
  row: CounterRow,
  key: string,
  has: Readonly<Record<string, number>>,
  should: Readonly<Record<string, number>>,
): Difference[] {
  return Object.keys(numbersOf(row)).flatMap((column) =>
    differenceOf(`counter_${row.table}.${column}`, key, has[column] ?? 0, should[column] ?? 0),
  );
}
