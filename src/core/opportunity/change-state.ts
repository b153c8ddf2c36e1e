import type { Day } from '#core/day/day';
import { firstNext, mayPlan, type NextChoice, type Planning, chosenNext, purposeOf } from './create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import type { AnyStopReason, Channel } from './vocabulary.ts';
import { warmerOf } from './warmth.ts';

export type Changed = { kind: 'changed'; opportunity: OpportunityFacts };
export type ChangeRefused = {
  kind: 'refused';
  code: 'opportunity_not_open' | 'opportunity_not_stopped' | 'next_in_past' | 'person_objected' | 'channel_not_allowed';
};

const refused = (code: ChangeRefused['code']): ChangeRefused => ({ kind: 'refused', code });

/** The stop gate's end: `refused` if they said no, else `own_stop` (definition 2); counted at its number, for the assignee of now. */
export function stopOpportunity(
  opportunity: OpportunityFacts,
  stop: { saidNo: boolean; reason: AnyStopReason; note: string | null; on: Day },
): Changed | ChangeRefused {
  if (opportunity.state !== 'open') return refused('opportunity_not_open');
  return {
    kind: 'changed',
    opportunity: {
      ...opportunity,
      state: 'stopped',
      stop: { kind: stop.saidNo ? 'refused' : 'own_stop', reason: stop.reason, note: stop.note },
      next: null,
      pin: null,
      waitingSince: null,
      endedOn: stop.on,
      endedAssigneeId: opportunity.assigneeId,
    },
  };
}

/** The same opportunity, open again; held goes on (definition 5). An objection stays an objection. */
export function reviveOpportunity(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  choice: NextChoice | null,
): Changed | ChangeRefused {
  if (opportunity.state !== 'stopped') return refused('opportunity_not_stopped');
  if (opportunity.objected) return refused('person_objected');
  const open: OpportunityFacts = {
    ...opportunity,
    state: 'open',
    stop: null,
    endedOn: null,
    endedAssigneeId: null,
    revived: opportunity.revived + 1,
  };
  const next = firstNext(open, moments, planning, choice);
  if (choice && next && !mayPlan(choice, open, moments, planning, next.purpose)) return refused('channel_not_allowed');
  return next ? { kind: 'changed', opportunity: { ...open, next } } : refused('next_in_past');
}

/** Another day or channel for the next moment. Never none: an open opportunity always has one. A channel that may not be used is refused. */
export function planNext(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  choice: NextChoice,
): Changed | ChangeRefused {
  if (opportunity.state !== 'open' || !opportunity.next) return refused('opportunity_not_open');
  const purpose = purposeOf(planning, opportunity, moments);
  const chosen = chosenNext(
    {
      ...choice,
      channel: choice.channel ?? opportunity.next.channel,
      intent: choice.intent ?? opportunity.next.intent,
    },
    opportunity,
    moments,
    planning,
    purpose,
  );
  if (!chosen) return refused('next_in_past');
  if (!mayPlan(choice, opportunity, moments, planning, purpose)) return refused('channel_not_allowed');
  const next = { ...chosen, act: choice.act === undefined ? opportunity.next.act : chosen.act };
  return { kind: 'changed', opportunity: { ...opportunity, next, pin: null } };
}

/**
 * They contact us (definition 4): an event without number. It sets "waiting for you" and warmth, brings the next moment to today, and
 * reopens a stopped opportunity at its number. Who objected and calls all the same is answered, not revived into ranking.
 */
export function receiveInbound(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  inbound: { at: Date; channel: Channel },
): Changed | ChangeRefused {
  if (opportunity.state === 'won') return refused('opportunity_not_open');
  const waiting: OpportunityFacts = {
    ...opportunity,
    waitingSince: opportunity.waitingSince ?? inbound.at,
    warmth: warmerOf(opportunity.warmth, 'spoke'),
  };
  if (opportunity.state === 'open') {
    return {
      kind: 'changed',
      opportunity: { ...waiting, next: answering(waiting, moments, planning, inbound), pin: null },
    };
  }
  const back = reviveOpportunity({ ...waiting, objected: false }, moments, planning, {
    on: planning.today,
    channel: inbound.channel,
  });
  return back.kind === 'changed'
    ? { kind: 'changed', opportunity: { ...back.opportunity, objected: opportunity.objected } }
    : back;
}

/** Today, and for an answer; where nothing might be used before, or only a card, by the way in which they came. */
function answering(
  waiting: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  inbound: { channel: Channel },
): OpportunityFacts['next'] {
  if (!waiting.next) return null;
  const { next } = waiting;
  return {
    ...next,
    on: next.on > planning.today && !next.at ? planning.today : next.on,
    purpose: purposeOf(planning, waiting, moments),
    channel: next.channel === 'wait' || next.channel === 'post' ? inbound.channel : next.channel,
  };
}

/** Another member works it; what was sold or stopped before stays credited where it was (definition 12). */
export function handOver(opportunity: OpportunityFacts, assigneeId: string): OpportunityFacts {
  return { ...opportunity, assigneeId };
}
