import { capacityOf, type Capacity, workingShare } from '#core/rhythm/capacity';
import { slowGapDays } from '#core/rhythm/rhythm';
import { countPaces } from '#db/pace';
import type { Tx } from '#db/transaction';
import type { Figures } from '../engine/figures.ts';
import type { Surroundings } from '../surroundings.ts';

/** Beyond it the screen says "more than". */
const mostSaid = 1000;

export type Room = Awaited<ReturnType<typeof countPaces>> & Capacity & { at: (minutesADay: number) => Capacity };

/** How many run in full now, how many fit, and what another number of minutes would carry. */
export async function roomOf(tx: Tx, surroundings: Surroundings, figures: Figures): Promise<Room> {
  const { member, calendar, today, rhythm } = surroundings;
  const minutes = figures.minutesByStage;
  // With more open than a quarter has moments, what fits is the same: no need to count on.
  const of = {
    workingShare: workingShare(calendar, today),
    minutesAMoment: minutes.reduce((sum, one) => sum + one, 0) / Math.max(1, minutes.length),
    rhythm,
  };
  const moments = (member.minutes_a_day * of.workingShare) / Math.max(1, of.minutesAMoment);
  const counts = await countPaces(tx, member.id, Math.max(mostSaid, Math.ceil(moments * slowGapDays)));
  const facts = { ...of, open: counts.open.count };
  const at = (minutesADay: number): Capacity => capacityOf({ ...facts, minutesADay });
  return { ...counts, ...at(member.minutes_a_day), at };
}
