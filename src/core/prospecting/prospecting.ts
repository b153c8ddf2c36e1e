import type { CounterRow } from '#core/counter/contribution';

/** Nobody looks for new prospects longer than this at a stretch: a timer that ran on was forgotten. Minutes. */
export const longestProspecting = 240;

/** Whole minutes between two instants, never below 0. */
export function minutesBetween(from: Date, until: Date): number {
  return Math.max(0, Math.round((until.getTime() - from.getTime()) / 60_000));
}

export function isForgotten(startedAt: Date, now: Date): boolean {
  return minutesBetween(startedAt, now) > longestProspecting;
}

/** What the timer says when it is stopped; `told`: what the member says instead. A forgotten one is a bound until they do. */
export function stopped(startedAt: Date, now: Date, told: number | undefined): { minutes: number; capped: boolean } {
  if (told !== undefined) return { minutes: told, capped: false };
  return {
    minutes: Math.min(longestProspecting, minutesBetween(startedAt, now)),
    capped: isForgotten(startedAt, now),
  };
}

/** A stretch of looking for new prospects, as far as it counts. */
export type ProspectingFacts = {
  memberId: string;
  /** Null while it runs. */
  minutes: number | null;
  found: number | null;
  capped: boolean;
};

/** What it adds to the counters: nothing while it runs, nor while its minutes are only a bound. */
export function prospectingContribution({ memberId, minutes, found, capped }: ProspectingFacts): CounterRow[] {
  if (minutes === null || found === null || capped) return [];
  return [{ table: 'prospecting', memberId, count: 1, minutes, found }];
}
