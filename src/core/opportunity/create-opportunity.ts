import type { Calendar } from '#core/day/calendar';
import { type Day, daysBetween } from '#core/day/day';
import { chooseChannel, proposeFirst } from '#core/rhythm/propose-next';
import { type Rhythm, rhythmLength } from '#core/rhythm/rhythm';
import type { MomentFacts, Next, OpportunityFacts } from './facts.ts';
import { inDialogue } from './recount.ts';
import type { Basis, Channel, Intent, NextChannel, Purpose } from './vocabulary.ts';

/** What planning needs to know besides the opportunity itself. */
export type Planning = {
  rhythm: Rhythm;
  calendar: Calendar;
  today: Day;
  /** Channels with an address, preferred first. */
  reachable: readonly Channel[];
  basis: Basis;
  /** Of the newest moments with this person that had an intent, newest first: who asked twice gives first. */
  lastIntents?: readonly Intent[];
  /** The next one gives, whatever the rhythm says. */
  giveFirst?: boolean;
};

/** What a user chose for the next moment. */
export type NextChoice = {
  on: Day;
  channel?: NextChannel | undefined;
  at?: Date | null | undefined;
  act?: string | null | undefined;
  intent?: Intent | undefined;
};

const requestDays = 90;

/** Why we may contact (definition 20): an open request for 90 days, a dialogue for six months, else promotion. */
export function purposeOf(facts: {
  basis: Basis;
  createdOn: Day;
  moments: readonly MomentFacts[];
  waiting: boolean;
  today: Day;
}): Purpose {
  if (facts.basis === 'request' && daysBetween(facts.createdOn, facts.today) <= requestDays) return 'requested';
  return facts.waiting || facts.basis === 'conversation' || inDialogue(facts.moments, facts.today)
    ? 'dialogue'
    : 'promo';
}

/** A chosen next moment; what was not chosen follows the rhythm at this number. Null when the day is past. */
export function chosenNext(choice: NextChoice, held: number, planning: Planning, purpose: Purpose): Next | null {
  if (choice.on < planning.today) return null;
  const step = planning.rhythm[Math.min(held, rhythmLength - 1)];
  return {
    on: choice.on,
    channel: choice.channel ?? chooseChannel(step?.channel ?? 'call', planning.reachable),
    at: choice.at ?? null,
    step: held < rhythmLength ? held + 1 : null,
    intent: choice.intent ?? (planning.giveFirst ? 'give' : (step?.intent ?? 'ask')),
    purpose,
    act: choice.act ?? null,
  };
}

/** The first next moment of an opportunity that has just become open. */
export function firstNext(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  choice: NextChoice | null,
): Next | null {
  const purpose = purposeOf({
    basis: planning.basis,
    createdOn: opportunity.createdOn,
    moments,
    waiting: opportunity.waitingSince !== null,
    today: planning.today,
  });
  if (choice) return chosenNext(choice, opportunity.held, planning, purpose);
  const proposal = proposeFirst({ ...planning, held: opportunity.held, pace: opportunity.pace }, opportunity.createdOn);
  return { ...proposal, at: null, purpose, act: null };
}
