import type { Day } from '#core/day/day';
import { firstNext, type NextChoice, type Planning, chosenNext, purposeOf } from './create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import type { AnyStopReason, Channel } from './vocabulary.ts';
import { warmerOf } from './warmth.ts';

export type Changed = { kind: 'changed'; opportunity: OpportunityFacts };
export type ChangeRefused = {
  kind: 'refused';
  code: 'opportunity_not_open' | 'opportunity_not_stopped' | 'next_in_past' | 'person_objected';
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
  return next ? { kind: 'changed', opportunity: { ...open, next } } : refused('next_in_past');
}

/** Another day or channel for the next moment. Never none: an open opportunity always has one. */
export function planNext(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  planning: Planning,
  choice: NextChoice,
): Changed | ChangeRefused {
  if (opportunity.state !== 'open' || !opportunity.next) return refused('opportunity_not_open');
  const purpose = purposeOf({
    basis: planning.basis,
    createdOn: opportunity.createdOn,
    moments,
    waiting: opportunity.waitingSince !== null,
    today: planning.today,
  });
  const chosen = chosenNext(
    {
      ...choice,
      channel: choice.channel ?? opportunity.next.channel,
      intent: choice.intent ?? opportunity.next.intent,
    },
    opportunity.held,
    planning,
    purpose,
  );
  if (!chosen) return refused('next_in_past');
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
    const next =
      opportunity.next && opportunity.next.on > planning.today && !opportunity.next.at
        ? { ...opportunity.next, on: planning.today }
        : opportunity.next;
    return { kind: 'changed', opportunity: { ...waiting, next, pin: null } };
  }
  const back = reviveOpportunity({ ...waiting, objected: false }, moments, planning, {
    on: planning.today,
    channel: inbound.channel,
  });
  return back.kind === 'changed'
    ? { kind: 'changed', opportunity: { ...back.opportunity, objected: opportunity.objected } }
    : back;
}

/** Another member works it; what was sold or stopped before stays credited where it was (definition 12). */
export function handOver(opportunity: OpportunityFacts, assigneeId: string): OpportunityFacts {
  return { ...opportunity, assigneeId };
}
