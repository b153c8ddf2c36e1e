import { handOver as decideHandOver } from '#core/opportunity/change-state';
import { AppError } from '#contract/app-error';
import type { HandOver, OpportunityChanged } from '#contract/opportunity';
import { handDaysOver } from '#db/important-day';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { changeOpportunity } from './change-opportunity.ts';

/** Another assignee (definition 12): what was counted stays credited where it was. */
export function handOver(context: Context, id: string, input: HandOver): Promise<OpportunityChanged> {
  return changeOpportunity(context, id, {
    kind: 'opportunity.handed_over',
    version: input.version,
    decide: async ({ opportunity }, tx) => {
      if (!(await findMember(tx, input.assigneeId))) throw new AppError('assignee_missing', { at: 'assigneeId' });
      return { kind: 'changed', opportunity: decideHandOver(opportunity, input.assigneeId) };
    },
    // Who kept in touch as the assignee hands that over too.
    person: (person, { opportunity }) =>
      person.care_member_id !== null && person.care_member_id === opportunity.assigneeId
        ? { care_member_id: input.assigneeId }
        : null,
    // And so do the days that they reminded of.
    days: (person, { opportunity }, tx) =>
      handDaysOver(tx, [{ personId: person.id, from: opportunity.assigneeId }], input.assigneeId),
    events: (_after, { planning }) => [
      { kind: 'handed_over', happened_on: planning.today, note: input.note?.trim() || null },
    ],
  });
}
