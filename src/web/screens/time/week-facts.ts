import type { TimeSpent } from '#contract/time';
import { timeKinds } from '#core/time/time-kind';

export type Week = TimeSpent['weeks'][number];

export const totalOf = (week: Week): number => timeKinds.reduce((sum, kind) => sum + week.minutes[kind], 0);

export type Piece = { kind: (typeof timeKinds)[number]; from: number; to: number };

/** The pieces of one bar as shares of the highest, from the bottom up; kinds without time are left out. */
export function piecesOf(week: Week, most: number): Piece[] {
  const pieces: Piece[] = [];
  let below = 0;
  for (const kind of timeKinds) {
    const minutes = week.minutes[kind];
    if (minutes > 0) pieces.push({ kind, from: below / most, to: (below + minutes) / most });
    below += minutes;
  }
  return pieces;
}

/** What stands beside the bars: whole hours, at most four lines. */
export function hourLines(most: number): number[] {
  const hours = most / 60;
  const step = [0.5, 1, 2, 4, 5, 10, 20, 50, 100].find((one) => hours / one <= 4) ?? Math.ceil(hours / 4);
  return Array.from({ length: Math.floor(hours / step) }, (_, i) => (i + 1) * step);
}
