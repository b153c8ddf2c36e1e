import type { Day } from '#core/day/day';
import { daysBetween } from '#core/day/day';
import type { OpportunityFacts } from '#core/opportunity/facts';

/** `index`: expected minor units per minute, looking ahead (engine.md, section 3). */
export type Ranked = { id: string; index: number };

export type PaceFacts = {
  /** Active now, those that may not be moved among them: they take their time all the same. */
  active: number;
  fits: number;
  /** Slow ones that may be moved, best first. */
  slow: readonly Ranked[];
  /** Active ones that may be moved, last first. */
  last: readonly Ranked[];
  /** At most so many are moved at once. */
  most: number;
};

export type PaceMoves = {
  up: string[];
  down: string[];
  /** A better slow one takes the place of a lesser active one. */
  swaps: { up: string; down: string }[];
};

/** Whoever was moved stays there for four weeks. */
export const stayDays = 28;

/** So much better a slow one must be before it takes a place. */
const swapMargin = 1.25;

/** How many over what fits is borne before anybody is moved: one new opportunity does not turn the order over. */
export function slackOf(fits: number): number {
  return Math.max(2, Math.ceil(fits / 10));
}

/**
 * Which opportunities run in full and which slow (definition 11): room is filled at once by the best, what is over goes by the last, and a
 * slow one takes an active one's place only when it is clearly better. Who was moved stays four weeks (mayMove): nobody flips daily.
 */
export function paceMoves({ active, fits, slow, last, most }: PaceFacts): PaceMoves {
  const over = active > fits + slackOf(fits) ? Math.min(active - fits, most) : 0;
  const room = Math.min(Math.max(0, fits - active), most);
  const down = last.slice(0, over).map((one) => one.id);
  const up = slow.slice(0, room).map((one) => one.id);
  const swaps: PaceMoves['swaps'] = [];
  for (let i = 0; (swaps.length + 1) * 2 + over + room <= most; i++) {
    const better = slow[room + i];
    const lesser = last[over + i];
    if (!better || !lesser || !(better.index > lesser.index * swapMargin)) break;
    swaps.push({ up: better.id, down: lesser.id });
  }
  return { up, down, swaps };
}

export type Movable = Pick<OpportunityFacts, 'paced' | 'pin' | 'waitingSince' | 'next' | 'last' | 'state'>;

/** Commitments are never moved: a choice by hand, a pin, "they are waiting for you", an appointment, the day that they named, a promise. */
export function mayMove(opportunity: Movable, today: Day, promised: boolean): boolean {
  const { paced, pin, waitingSince, next, last, state } = opportunity;
  if (state !== 'open' || !next || promised) return false;
  if (paced?.by === 'hand' || pin || waitingSince || next.at || last?.outcome === 'not_now') return false;
  return !paced || daysBetween(paced.on, today) >= stayDays;
}
