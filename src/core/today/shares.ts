import { type Day, daysBetween, toDay, weekdayOf } from '#core/day/day';

/**
 * What is kept, of the minutes that commitments leave, for first contacts, and as much for attention to people: order by euro alone and
 * neither ever comes to its turn. Ours, and small: a tenth each.
 */
export const FIRST_SHARE = 0.1;
export const CARE_SHARE = 0.1;

/** A turn and the half of one: so that with few minutes a first contact and attention do not want the same day. */
const FIRST_PHASE = 0.5;
const CARE_PHASE = 0;

/** A Monday. */
const epoch = toDay('1970-01-05');

/** The how-many-eth working day this is, of somebody who works these ISO weekdays; a day off counts with the working day before it. */
export function workingDayNumber(workingDays: readonly number[], day: Day): number {
  const weeks = Math.floor(daysBetween(epoch, day) / 7);
  const weekday = weekdayOf(day);
  return weeks * workingDays.length + workingDays.filter((worked) => worked <= weekday).length;
}

/**
 * How many moments of `each` minutes a share of `minutes` a day buys on this working day. A tenth of 15 minutes is a minute and a half: nobody can
 * do anything in that, so it is saved up. The days take turns (by their number, nothing is remembered), and over the days it comes to
 * the share, to within one moment. None where one moment takes more than the whole day has.
 */
function turns(share: number, phase: number, minutes: number, each: number, dayNumber: number): number {
  if (!(each >= 1) || each > minutes) return 0;
  const rate = (share * minutes) / each;
  return Math.floor((dayNumber + 1) * rate + phase) - Math.floor(dayNumber * rate + phase);
}

export function firstContactsToday(minutes: number, each: number, dayNumber: number): number {
  return turns(FIRST_SHARE, FIRST_PHASE, minutes, each, dayNumber);
}

/**
 * Which of the people to whom attention is due come into today's plan: `waiting` = the minutes each takes, the longest waiting first. Positions.
 * `fixed`: those that cannot wait (it is their day); they come out of the share first. Who takes no minutes is not planned: nothing may be used
 * with them, or their day is still to come.
 */
export function careToday(
  waiting: readonly number[],
  minutes: number,
  dayNumber: number,
  fixed: ReadonlySet<number> = new Set(),
): number[] {
  const takes = (needed: number) => needed >= 1;
  // One that takes longer than there is today waits for a longer day, and does not hold up who stands behind.
  const each = waiting.find((needed) => takes(needed) && needed <= minutes);
  let room = each === undefined ? 0 : each * turns(CARE_SHARE, CARE_PHASE, minutes, each, dayNumber);
  return waiting.flatMap((needed, position) => {
    if (!takes(needed) || (needed > room && !fixed.has(position))) return [];
    room -= needed;
    return [position];
  });
}

/**
 * The minutes that attention leaves for work, of the `left` that there are. Whatever it asks, also on somebody's day, it does not take the
 * place of the first card: the best piece of work that would fit without it stands, and the plan then says that it takes longer than one has.
 * `needed`: the minutes of each piece, the best first.
 */
export function roomBesideCare(left: number, care: number, needed: readonly number[]): number {
  return Math.max(0, left - care, needed.find((one) => one <= left) ?? 0);
}
