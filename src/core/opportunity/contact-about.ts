import { type Day, dayIn, latestOf } from '#core/day/day';
import { type Clock, clockOn } from '#core/permission/clock';
import { isSince, requestedOn, talkedOn } from '#core/permission/conditions';
import { type ContactFacts, factsOf, type KnownContact, withObjection } from '#core/permission/contact-facts';
import { mayContact, type Permission } from '#core/permission/may-contact';
import { waysTo } from '#core/permission/reachable-channels';
import { chooseChannel } from '#core/rhythm/propose-next';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import { inOrder } from './recount.ts';
import { type Channel, isConversation, type NextChannel, type Outcome, type Purpose } from './vocabulary.ts';

/** They named the day themselves: an appointment, or "call me in March". */
export function isAgreed(outcome: Outcome | undefined): boolean {
  return outcome === 'appointment' || outcome === 'not_now';
}

export function lastTalkOn(moments: readonly MomentFacts[]): Day | null {
  return inOrder(moments).findLast((m) => isConversation(m.outcome))?.happenedOn ?? null;
}

type About = Pick<
  OpportunityFacts,
  'createdOn' | 'openingLastOn' | 'waitingSince' | 'quote' | 'objected' | 'last' | 'next'
>;

/**
 * What is known of a person with what passed between us about this opportunity. `spokeOn`: the last conversation that was logged. Known
 * from a conversation without a logged one: it was on the last day of the imported history, else when this began.
 */
export function contactAbout(known: KnownContact, opportunity: About, spokeOn: Day | null): ContactFacts {
  const { createdOn, openingLastOn, waitingSince, quote, last, next } = opportunity;
  const told = known.basis === 'conversation' ? (openingLastOn ?? createdOn) : null;
  const facts = factsOf(known, {
    spokeOn: latestOf(spokeOn, told),
    askedOn: waitingSince && dayIn(waitingSince, 'Europe/Amsterdam'),
    requestedOn: latestOf(known.basis === 'request' ? createdOn : null, quote?.state === 'out' ? quote.sentOn : null),
    agreedOn: isAgreed(last?.outcome) ? (next?.on ?? null) : null,
  });
  return opportunity.objected && known.objectedOn === null ? withObjection(facts, createdOn) : facts;
}

/** The channel wanted, where it may be used on a day for this purpose, else the first way to somebody that may, those with an address first. */
export function channelOn(
  planning: { contact: KnownContact; reachable: readonly Channel[] },
  opportunity: About,
  moments: readonly MomentFacts[],
  purpose: Purpose,
): (wanted: Channel, on: Day) => NextChannel {
  const known = contactAbout(planning.contact, opportunity, lastTalkOn(moments));
  const agreed = isAgreed(opportunity.last?.outcome);
  return (wanted, on) => {
    const facts = agreed ? { ...known, agreedOn: on } : known;
    const clock = clockOn(on);
    return chooseChannel(
      wanted,
      waysTo(planning.reachable),
      (channel) => mayContact(facts, channel, purpose, clock).verdict !== 'block',
    );
  };
}

/** What each of these channels may be used for now: the purpose is that of the next moment, else the best that there is. */
export function permissionsOf(
  facts: ContactFacts,
  channels: readonly Channel[],
  purpose: Purpose,
  clock: Clock,
): Permission[] {
  return channels.map((channel) => mayContact(facts, channel, purpose, clock));
}

/** Why one would contact them, when no next moment says so. */
export function purposeNow(facts: ContactFacts, clock: Clock): Purpose {
  if (isSince(requestedOn(facts), clock.since.request)) return 'requested';
  return isSince(talkedOn(facts), clock.since.talk) ? 'dialogue' : 'promo';
}
