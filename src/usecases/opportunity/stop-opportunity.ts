import { stopOpportunity as decideStop } from '#core/opportunity/change-state';
import type { OpportunityChanged, StopOpportunity } from '#contract/opportunity';
import type { Context } from '../context.ts';
import { changeOpportunity } from './change-opportunity.ts';

/** Through the stop gate (product.md, row 3): counted at its number. */
export function stopOpportunity(context: Context, id: string, input: StopOpportunity): Promise<OpportunityChanged> {
  const note = input.note?.trim() || null;
  return changeOpportunity(context, id, {
    kind: 'opportunity.stopped',
    version: input.version,
    decide: ({ opportunity, planning }) =>
      decideStop(opportunity, { saidNo: input.saidNo, reason: input.reason, note, on: planning.today }),
    events: (after, { planning }) => [
      { kind: 'stopped', happened_on: planning.today, stop_kind: after.stop?.kind ?? null, reason: input.reason, note },
    ],
  });
}
