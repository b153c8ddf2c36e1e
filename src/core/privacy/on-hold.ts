import { type Day, toDay } from '#core/day/day';
import type { Next, OpportunityFacts } from '#core/opportunity/facts';

/**
 * The day of a next moment that waits for the end of a restriction: `open ⇔ a next moment exists` holds, and nothing that asks for what is
 * due ever meets it.
 */
export const onHoldDay: Day = toDay('9000-01-01');

/** What was planned before a restriction. Instants as ISO text, as it is kept as JSON. */
export type HeldPlan = {
  next: { on: string; at: string | null } & Omit<Next, 'on' | 'at'>;
  pace: OpportunityFacts['pace'];
  paced: OpportunityFacts['paced'];
  waitingSince: string | null;
  pin: OpportunityFacts['pin'];
};

/** Whether somebody is left out of Today, ranking, Revive and still-to-gain. */
export function isOutOfRanking(person: { objected_on: string | null; restricted_on: string | null }): boolean {
  return person.objected_on !== null || person.restricted_on !== null;
}

/** Out of use: an open opportunity waits without a day of its own, and no hours are planned with it. Null: it has no next moment to hold. */
export function putOnHold(
  opportunity: OpportunityFacts,
  today: Day,
): { opportunity: OpportunityFacts; held: HeldPlan | null } {
  const out = { ...opportunity, objected: true };
  const { next } = opportunity;
  if (opportunity.state !== 'open' || next === null) return { opportunity: out, held: null };
  return {
    opportunity: {
      ...out,
      next: { ...next, on: onHoldDay, at: null, channel: 'wait', act: null },
      // By hand: the nightly run leaves it (definition 11).
      pace: 'slow',
      paced: { by: 'hand', on: today },
      waitingSince: null,
      pin: null,
    },
    held: {
      next: { ...next, at: next.at?.toISOString() ?? null },
      pace: opportunity.pace,
      paced: opportunity.paced,
      waitingSince: opportunity.waitingSince?.toISOString() ?? null,
      pin: opportunity.pin,
    },
  };
}

/** In use again, as it was planned; what was planned for a day that has passed is for today, an appointment then without its time. */
export function takeOffHold(
  opportunity: OpportunityFacts,
  held: HeldPlan | null,
  options: { today: Day; objected: boolean },
): OpportunityFacts {
  const { today, objected } = options;
  const { next } = opportunity;
  if (opportunity.state !== 'open' || next === null || next.on !== onHoldDay) return { ...opportunity, objected };
  if (held === null) return { ...opportunity, objected, next: { ...next, on: today } };
  const past = held.next.on < today;
  return {
    ...opportunity,
    objected,
    next: {
      ...held.next,
      on: past ? today : toDay(held.next.on),
      at: past || held.next.at === null ? null : new Date(held.next.at),
    },
    pace: held.pace,
    paced: held.paced,
    waitingSince: held.waitingSince === null ? null : new Date(held.waitingSince),
    pin: held.pin,
  };
}
