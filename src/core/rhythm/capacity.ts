import { type Calendar, isWorkingDay } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';
import { type Rhythm, rhythmLength, slowGapDays } from './rhythm.ts';

/** Looked ahead: a quarter, so that a week off counts and a day off does not turn everything over. */
const quarterDays = 91;

/** The share of one's minutes that the slow ones may take: however many they are, the active ones keep a quarter. */
const mostForSlow = 0.75;

export type CapacityFacts = {
  minutesADay: number;
  /** Own working days in the coming quarter as a share of all days (workingShare). */
  workingShare: number;
  /** Of a contact moment, on average over the rhythm. */
  minutesAMoment: number;
  rhythm: Rhythm;
  /** Open opportunities, active and slow. */
  open: number;
};

export type Capacity = {
  /** So many active opportunities fit; at least 1. */
  fits: number;
  /** How often the rest comes by: every 90 days, or less often when the minutes do not carry that. Null: there is no rest. */
  slowEveryDays: number | null;
};

/** Days worked (days off and holidays out) as a share of the quarter's days. */
export function workingShare(calendar: Calendar, today: Day): number {
  let worked = 0;
  for (let i = 0; i < quarterDays; i++) if (isWorkingDay(calendar, addDays(today, i))) worked++;
  return worked / quarterDays;
}

/**
 * How many active opportunities the minutes carry (definition 11). In steady state an active one asks for a moment every mean gap g, a
 * slow one every 90 days; with room for M moments a day, a active and the rest of n slow: a/g + (n − a)/90 = M, so
 * a = (M − n/90) / (1/g − 1/90). Slow ones take at most three quarters;
 * without any, a = M·g.
 */
export function capacityOf({
  minutesADay,
  workingShare: share,
  minutesAMoment,
  rhythm,
  open,
}: CapacityFacts): Capacity {
  const gaps = rhythm.slice(1, rhythmLength).map((step) => step.gapDays);
  const gap = Math.max(1, gaps.reduce((sum, one) => sum + one, 0) / Math.max(1, gaps.length));
  const moments = (minutesADay * share) / Math.max(1, minutesAMoment);
  const without = moments * gap;
  const each = 1 / gap - 1 / slowGapDays;
  const beside = each > 0 ? (moments - open / slowGapDays) / each : without;
  const fits = Math.max(1, Math.floor(Math.min(without, Math.max(beside, without * (1 - mostForSlow)))));
  const rest = Math.max(0, open - fits);
  const left = Math.max(moments - fits / gap, moments * mostForSlow);
  return {
    fits,
    slowEveryDays: rest === 0 ? null : Math.max(slowGapDays, left > 0 ? Math.ceil(rest / left) : slowGapDays),
  };
}
