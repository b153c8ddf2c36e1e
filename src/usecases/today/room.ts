import { addDays, type Day, toDay } from '#core/day/day';
import { channels } from '#core/opportunity/vocabulary';
import { plannedByDay } from '#db/revivable';
import type { Tx } from '#db/transaction';
import type { Surroundings } from '../surroundings.ts';

/** Minutes a planned channel takes; waiting for them takes none. */
export function minutesOf(surroundings: Pick<Surroundings, 'minutes'>, channel: string | null): number {
  const known = channels.find((c) => c === channel);
  return known ? surroundings.minutes[known] : 0;
}

/** Minutes planned already on each of the coming days: what spreading leaves room for. */
export async function plannedMinutes(tx: Tx, surroundings: Surroundings, days: number): Promise<Map<Day, number>> {
  const rows = await plannedByDay(tx, surroundings.member.id, surroundings.today, addDays(surroundings.today, days));
  const planned = new Map<Day, number>();
  for (const row of rows) {
    const on = toDay(row.on);
    planned.set(on, (planned.get(on) ?? 0) + row.count * minutesOf(surroundings, row.channel));
  }
  return planned;
}
