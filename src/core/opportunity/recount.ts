import { type Day, daysBetween } from '#core/day/day';
import type { Inbound, MomentFacts, OpportunityFacts } from './facts.ts';
import { isConversation, isEnding, type Warmth } from './vocabulary.ts';
import { warmerOf, warmthAfter } from './warmth.ts';

/** Before the first moment: `unknown` when contacts from before Aanhouder may have warmed them, else `silent` (definition 8). */
function startWarmth(opportunity: OpportunityFacts): Warmth {
  return opportunity.openingHeld > 0 || !opportunity.heldKnown ? 'unknown' : 'silent';
}

/** The order in which moments count: by day, then as logged; an end always last, as nothing is held after it. */
export function inOrder(moments: readonly MomentFacts[]): MomentFacts[] {
  return moments.toSorted(
    (a, b) =>
      Number(isEnding(a.outcome)) - Number(isEnding(b.outcome)) ||
      (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * Everything about an opportunity that its moments decide: their numbers, held, conversations, warmth and the last moment. The one place
 * for it: logging, correcting, undo, import and verify all come here (definitions 1, 8, 15).
 * A quote warms what comes after its day. `inbounds`: when they contacted us, which warms what comes after it (definition 4): who calls back at three did not warm the message of ten.
 */
export function recount(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  inbounds: readonly Inbound[],
): { opportunity: OpportunityFacts; moments: MomentFacts[] } {
  const ordered = inOrder(moments);
  const fills = ordered.filter((m) => m.fillsOpening).length;
  // More moments filled in than were imported: then there were more.
  const openingHeld = Math.max(opportunity.openingHeld, fills);
  let warmth = startWarmth(opportunity);
  let held = openingHeld;
  let conversations = 0;
  const counted = ordered.map((moment) => {
    const number = moment.fillsOpening ? null : ++held;
    if (inbounds.some((inbound) => isBefore(inbound, moment))) warmth = warmerOf(warmth, 'spoke');
    // A quote is out (definition 8). On its own day it comes after what was said.
    if (opportunity.quote && opportunity.quote.sentOn < moment.happenedOn) warmth = 'interested';
    const warmthBefore = warmth;
    warmth = warmthAfter(warmth, moment.outcome);
    if (isConversation(moment.outcome)) conversations++;
    return { ...moment, number, warmthBefore };
  });
  if (inbounds.length > 0) warmth = warmerOf(warmth, 'spoke');
  if (opportunity.quote) warmth = 'interested';
  const latest = ordered.at(-1);
  return {
    opportunity: {
      ...opportunity,
      openingHeld,
      held,
      conversations,
      warmth,
      last: latest ? { on: latest.happenedOn, channel: latest.channel, outcome: latest.outcome } : null,
    },
    moments: counted,
  };
}

function isBefore(inbound: Inbound, moment: MomentFacts): boolean {
  return inbound.on < moment.happenedOn || (inbound.on === moment.happenedOn && inbound.at < moment.createdAt);
}

/** Days of attempts that nobody answered, since the last conversation. */
export function unansweredDays(moments: readonly MomentFacts[]): Day[] {
  const ordered = inOrder(moments);
  const lastTalk = ordered.findLastIndex((m) => isConversation(m.outcome));
  return ordered.slice(lastTalk + 1).map((m) => m.happenedOn);
}

/** Did they answer within six months (definition 20)? */
export function inDialogue(moments: readonly MomentFacts[], today: Day): boolean {
  return moments.some((m) => isConversation(m.outcome) && daysBetween(m.happenedOn, today) <= 183);
}
