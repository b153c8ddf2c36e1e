/** What was tried in one hour of the day (0 … 23, by the member's clock), and how often somebody was reached. */
export type HourCount = { hour: number; tried: number; reached: number };

export type BestHour = HourCount & {
  /** Calls in all that this was chosen from. */
  of: number;
  /** The share reached that is to be expected, after smoothing. */
  share: number;
};

/** With fewer calls nothing is said: neither of a person, nor of the workspace. */
export const enoughOfPerson = 6;
export const enoughOfWorkspace = 40;
/** An hour in which hardly anybody was called says nothing. */
const enoughInHour = { person: 2, workspace: 8 } as const;
/** How many calls of one's own the workspace's figure weighs as: with six of one's own it is half and half. */
export const strength = 6;

const triedIn = (counts: readonly HourCount[]): number => counts.reduce((sum, one) => sum + one.tried, 0);
const reachedIn = (counts: readonly HourCount[]): number => counts.reduce((sum, one) => sum + one.reached, 0);

/**
 * The share reached in an hour, drawn towards a share known beforehand: (reached + strength × prior) / (tried + strength), the mean of a Beta
 * distribution with that prior (Gelman et al., Bayesian Data Analysis, 2.4).
 */
export function smoothedShare({ tried, reached }: Pick<HourCount, 'tried' | 'reached'>, prior: number): number {
  return (reached + strength * prior) / (tried + strength);
}

/** When this person is best called, by their own calls drawn towards the workspace's of that hour. Null: too few to say anything. */
export function bestHourOfPerson(own: readonly HourCount[], workspace: readonly HourCount[]): BestHour | null {
  const of = triedIn(own);
  if (of < enoughOfPerson) return null;
  const overall = triedIn(workspace) === 0 ? reachedIn(own) / of : reachedIn(workspace) / triedIn(workspace);
  const priorOf = (hour: number) => {
    const there = workspace.find((one) => one.hour === hour);
    return there ? smoothedShare(there, overall) : overall;
  };
  return best(
    own.filter((one) => one.tried >= enoughInHour.person && one.reached > 0),
    of,
    (one) => smoothedShare(one, priorOf(one.hour)),
  );
}

/** When people are reached most in general: for whom there are too few calls of their own. */
export function bestHourOfWorkspace(workspace: readonly HourCount[]): BestHour | null {
  const of = triedIn(workspace);
  if (of < enoughOfWorkspace) return null;
  const overall = reachedIn(workspace) / of;
  return best(
    workspace.filter((one) => one.tried >= enoughInHour.workspace && one.reached > 0),
    of,
    (one) => smoothedShare(one, overall),
  );
}

function best(from: readonly HourCount[], of: number, shareOf: (one: HourCount) => number): BestHour | null {
  const ranked = from
    .map((one) => ({ ...one, of, share: shareOf(one) }))
    .toSorted((a, b) => b.share - a.share || b.tried - a.tried || a.hour - b.hour);
  return ranked[0] ?? null;
}

/** Counts by hour; what was logged on another day than it happened says nothing of the hour, and is not given. */
export function countHours(calls: readonly { hour: number; reached: boolean }[]): HourCount[] {
  const counts = new Map<number, HourCount>();
  for (const { hour, reached } of calls) {
    const count = counts.get(hour) ?? { hour, tried: 0, reached: 0 };
    counts.set(hour, { hour, tried: count.tried + 1, reached: count.reached + (reached ? 1 : 0) });
  }
  return [...counts.values()].toSorted((a, b) => a.hour - b.hour);
}
