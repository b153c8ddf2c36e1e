/** Minutes spent on so many moments, or on finding so many prospects. */
export interface MinutesSeen {
  readonly count: number;
  readonly minutes: number;
}

/** So many moments (or prospects found) does the setting count for, and for one member what the colleagues need. Ours: engine.md gives none. */
export const MINUTES_WEIGHT = 10;

/**
 * Minutes of one moment by a channel, or of finding one prospect: (w·setting + Σ minutes) / (w + n) over the colleagues, and the same
 * again for the member with that in the place of the setting. Who is alone has (w·setting + Σ minutes) / (w + n). Whole minutes, at
 * least `least`: 1 for a moment; finding a prospect may cost nothing.
 */
export function learnedMinutes(setting: number, own: MinutesSeen, others: MinutesSeen, least: 0 | 1 = 1): number {
  const mean = (centre: number, { count, minutes }: MinutesSeen) =>
    (MINUTES_WEIGHT * centre + Math.max(0, minutes)) / (MINUTES_WEIGHT + Math.max(0, count));
  return Math.max(least, Math.round(mean(mean(setting, others), own)));
}
