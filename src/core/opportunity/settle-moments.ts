import { proposeNext } from '#core/rhythm/propose-next';
import { channelOn } from './contact-about.ts';
import { type Planning, purposeOf } from './create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import { inOrder, unansweredDays } from './recount.ts';

/**
 * What several moments together make of an open opportunity, as a file brings them: the last one decides, as if it had been logged
 * (definition 2). `addedIds`: the new ones; when the last was there already, the plan that stands was made knowing more.
 */
export function settleMoments(
  opportunity: OpportunityFacts,
  moments: readonly MomentFacts[],
  addedIds: ReadonlySet<string>,
  planning: Planning,
): OpportunityFacts {
  const last = inOrder(moments).at(-1);
  if (opportunity.state !== 'open' || !last || !addedIds.has(last.id)) return opportunity;
  const ended = { ...opportunity, next: null, endedOn: last.happenedOn, endedAssigneeId: opportunity.assigneeId };
  if (last.outcome === 'bought') return { ...ended, state: 'won' };
  if (last.outcome === 'declined')
    return { ...ended, state: 'stopped', stop: { kind: 'refused', reason: 'declined', note: null } };
  if (last.outcome === 'do_not_contact')
    return { ...ended, state: 'stopped', stop: { kind: 'refused', reason: 'objection', note: null }, objected: true };
  const purpose = purposeOf(planning, opportunity, moments);
  const proposal = proposeNext(
    {
      ...planning,
      channelOn: channelOn(planning, opportunity, moments, purpose),
      held: opportunity.held,
      pace: opportunity.pace,
    },
    {
      outcome: last.outcome,
      happenedOn: last.happenedOn,
      until: null,
      unansweredOn: unansweredDays(moments.filter((m) => m.id !== last.id)),
    },
  );
  return { ...opportunity, next: { ...proposal, at: null, purpose, act: null } };
}
