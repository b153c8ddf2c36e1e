import type { Pace } from '#core/opportunity/vocabulary';
import { type Rhythm, rhythmLength } from './rhythm.ts';

/**
 * How many active opportunities the minutes carry (definition 11): in steady state each asks for one moment every mean gap, so
 * minutes a calendar day ÷ (minutes a moment ÷ mean gap in days). At least 1.
 */
export function activeCapacity(facts: {
  minutesADay: number;
  workingDaysAWeek: number;
  minutesAMoment: number;
  rhythm: Rhythm;
}): number {
  const gaps = facts.rhythm.slice(1, rhythmLength).map((step) => step.gapDays);
  const meanGap = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  const minutesACalendarDay = (facts.minutesADay * facts.workingDaysAWeek) / 7;
  return Math.max(1, Math.floor((minutesACalendarDay * meanGap) / Math.max(1, facts.minutesAMoment)));
}

/** The best by index run in full, the rest slow; what the user pinned stays as pinned, and counts for the room. */
export function assignPace(
  opportunities: readonly { id: string; index: number; pinned: Pace | null }[],
  capacity: number,
): Map<string, Pace> {
  const paces = new Map<string, Pace>();
  let room = capacity;
  for (const o of opportunities) {
    if (!o.pinned) continue;
    paces.set(o.id, o.pinned);
    if (o.pinned === 'active') room--;
  }
  const free = opportunities.filter((o) => !o.pinned).toSorted((a, b) => b.index - a.index || (a.id < b.id ? -1 : 1));
  for (const o of free) paces.set(o.id, room-- > 0 ? 'active' : 'slow');
  return paces;
}
