import type { Calendar } from '#core/day/calendar';
import { type Day, daysBetween } from '#core/day/day';
import { clockOn } from '#core/permission/clock';
import type { KnownContact } from '#core/permission/contact-facts';
import { mayContact } from '#core/permission/may-contact';
import { proposeFirst } from '#core/rhythm/propose-next';
import { type Rhythm, rhythmLength } from '#core/rhythm/rhythm';
import type { MomentFacts, Next, OpportunityFacts } from './facts.ts';
import { channelOn, contactAbout, isAgreed, lastTalkOn } from './contact-about.ts';
import { inDialogue } from './recount.ts';
import type { Channel, Intent, NextChannel, Purpose } from './vocabulary.ts';

/** What planning needs to know besides the opportunity itself. */
export type Planning = {
  rhythm: Rhythm;
  calendar: Calendar;
  today: Day;
  /** Channels with an address, preferred first. */
  reachable: readonly Channel[];
  /** What decides which of them may be used. */
  contact: KnownContact;
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

/** Why we may contact (definition 20): what they asked for, for 90 days; a dialogue, for six months; else promotion. */
export function purposeOf(
  planning: Pick<Planning, 'contact' | 'today'>,
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  waiting = opportunity.waitingSince !== null,
): Purpose {
  const { contact, today } = planning;
  const recently = (day: Day) => daysBetween(day, today) <= requestDays;
  if (contact.basis === 'request' && recently(opportunity.createdOn)) return 'requested';
  if (opportunity.quote?.state === 'out' && recently(opportunity.quote.sentOn)) return 'requested';
  if (isAgreed(opportunity.last?.outcome)) return 'requested';
  return waiting || contact.basis === 'conversation' || inDialogue(moments, today) ? 'dialogue' : 'promo';
}

/**
 * A chosen next moment; what was not chosen follows the rhythm at this number. Null when the day is past. A channel that may not be used
 * gives way to the first that may, else to waiting.
 */
export function chosenNext(
  choice: NextChoice,
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  purpose: Purpose,
): Next | null {
  if (choice.on < planning.today) return null;
  const { held } = opportunity;
  const step = planning.rhythm[Math.min(held, rhythmLength - 1)];
  const fallBack = channelOn(planning, opportunity, moments, purpose);
  return {
    on: choice.on,
    channel:
      choice.channel && mayPlan(choice, opportunity, moments, planning, purpose)
        ? choice.channel
        : fallBack(choice.channel && choice.channel !== 'wait' ? choice.channel : (step?.channel ?? 'call'), choice.on),
    at: choice.at ?? null,
    step: held < rhythmLength ? held + 1 : null,
    intent: choice.intent ?? (planning.giveFirst ? 'give' : (step?.intent ?? 'ask')),
    purpose,
    act: choice.act ?? null,
  };
}

/** Whether the channel that somebody chose may be planned. Waiting always may; a meeting with a time was agreed. */
export function mayPlan(
  choice: NextChoice,
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  purpose: Purpose,
): boolean {
  if (!choice.channel || choice.channel === 'wait') return true;
  const agreed = choice.at ? choice.on : null;
  const known = contactAbout(planning.contact, opportunity, lastTalkOn(moments));
  const facts = { ...known, agreedOn: agreed ?? (isAgreed(opportunity.last?.outcome) ? choice.on : known.agreedOn) };
  return mayContact(facts, choice.channel, purpose, clockOn(choice.on)).verdict !== 'block';
}

/** The first next moment of an opportunity that has just become open. */
export function firstNext(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  choice: NextChoice | null,
): Next | null {
  const purpose = purposeOf(planning, opportunity, moments);
  if (choice) return chosenNext(choice, opportunity, moments, planning, purpose);
  const proposal = proposeFirst(
    {
      ...planning,
      channelOn: channelOn(planning, opportunity, moments, purpose),
      held: opportunity.held,
      pace: opportunity.pace,
    },
    opportunity.createdOn,
  );
  return { ...proposal, at: null, purpose, act: null };
}
