import { planNext as decidePlan } from '#core/opportunity/change-state';
import type { OpportunityChanged, PlanNext } from '#contract/opportunity';
import type { Context } from '../context.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { nextChoice } from './next-choice.ts';

/** Moves the next moment; it cannot be removed. */
export function planNext(context: Context, id: string, input: PlanNext): Promise<OpportunityChanged> {
  return changeOpportunity(context, id, {
    kind: 'next.planned',
    version: input.version,
    decide: ({ opportunity, moments, planning }) => decidePlan(opportunity, moments, planning, nextChoice(input)),
    events: (after, { planning }) => [
      {
        kind: 'planned',
        happened_on: planning.today,
        channel: after.next?.channel ?? null,
        next_on: after.next?.on ?? null,
        reason: input.reason?.trim() || null,
      },
    ],
  });
}
