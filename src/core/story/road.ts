import { type Day, daysBetween } from '#core/day/day';
import type { Channel, Outcome } from '#core/opportunity/vocabulary';

/** One contact moment on the road to a sale. */
export type RoadMoment = { number: number; on: Day; channel: Channel; outcome: Outcome };

export type Road = {
  /** From the first that is known of it to the sale; null when a day of either is not known. */
  days: number | null;
  /** The longest time without a word, and after which contact it came; null under two weeks: that is no pause. */
  pause: { days: number; after: number } | null;
};

/** Shorter is the rhythm's own (product.md, definition 10: its gaps go up to weeks). */
const pauseFrom = 14;

/** What the road to a sale was (product.md, row 9). `moments` in the order of their numbers. */
export function roadOf(createdOn: Day, wonOn: Day | null, moments: readonly RoadMoment[]): Road {
  const first = moments[0]?.on;
  const began = first !== undefined && first < createdOn ? first : createdOn;
  // A list brought in after the sale: when it began is not known.
  const days = wonOn === null || began > wonOn ? null : daysBetween(began, wonOn);
  let pause: Road['pause'] = null;
  for (const [i, moment] of moments.entries()) {
    const before = moments[i - 1];
    if (!before) continue;
    const quiet = daysBetween(before.on, moment.on);
    if (quiet >= pauseFrom && quiet > (pause?.days ?? 0)) pause = { days: quiet, after: before.number };
  }
  return { days, pause };
}

/** The number in the middle of the sales: half of them needed this many contacts or fewer. Null without any. */
export function usualNumber(sales: readonly { number: number; count: number }[]): number | null {
  const known = sales.filter(({ number, count }) => number > 0 && count > 0).toSorted((a, b) => a.number - b.number);
  const half = known.reduce((sum, { count }) => sum + count, 0) / 2;
  let seen = 0;
  for (const { number, count } of known) {
    seen += count;
    if (seen >= half) return number;
  }
  return null;
}
