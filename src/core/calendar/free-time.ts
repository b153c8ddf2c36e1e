export type Span = { startsAt: Date; endsAt: Date };

/**
 * Whole minutes from `from` to `until` that nothing takes, whatever overlaps. Anything between two appointments that is shorter than `least`
 * is no time to call somebody.
 */
export function freeMinutes(busy: readonly Span[], from: Date, until: Date, least = 5): number {
  let at = from.getTime();
  let free = 0;
  const add = (to: number) => {
    const minutes = Math.floor((to - at) / 60_000);
    if (minutes >= least) free += minutes;
  };
  for (const { startsAt, endsAt } of busy.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (startsAt.getTime() >= until.getTime()) break;
    if (startsAt.getTime() > at) add(startsAt.getTime());
    at = Math.max(at, endsAt.getTime());
  }
  if (at < until.getTime()) add(until.getTime());
  return free;
}
