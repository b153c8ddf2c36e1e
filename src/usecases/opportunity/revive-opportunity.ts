import { reviveOpportunity as decideRevive } from '#core/opportunity/change-state';
import type { OpportunityChanged, ReviveOpportunity } from '#contract/opportunity';
import type { Context } from '../context.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { nextChoice } from './next-choice.ts';

/** Picked up again: the same opportunity, held goes on (definition 5). */
export function reviveOpportunity(context: Context, id: string, input: ReviveOpportunity): Promise<OpportunityChanged> {
  return changeOpportunity(context, id, {
    kind: 'opportunity.revived',
    version: input.version,
    decide: ({ opportunity, moments, planning }) =>
      decideRevive(opportunity, moments, planning, input.next ? nextChoice(input.next) : null),
    events: (after, { planning }) => [
      { kind: 'revived', happened_on: planning.today, next_on: after.next?.on ?? null },
    ],
  });
}
