import { addDays } from '#core/day/day';
import { workingDayFrom } from '#core/day/calendar';
import type { OpportunityChanged, PinToday } from '#contract/opportunity';
import type { Context } from '../context.ts';
import { changeOpportunity } from './change-opportunity.ts';

/** "Today yes" heads Today; "today not" moves it to the next working day; both remembered with the reason (definition 11). */
export function pinToday(context: Context, id: string, input: PinToday): Promise<OpportunityChanged> {
  const reason = input.reason?.trim() || null;
  return changeOpportunity(context, id, {
    kind: 'next.pinned',
    decide: ({ opportunity, planning }) => {
      if (!opportunity.next) return { kind: 'refused', code: 'opportunity_not_open' };
      const on =
        input.choice === 'yes' ? planning.today : workingDayFrom(planning.calendar, addDays(planning.today, 1));
      const stays = input.choice === 'no' && opportunity.next.on > planning.today;
      return {
        kind: 'changed',
        opportunity: {
          ...opportunity,
          next: { ...opportunity.next, on: stays ? opportunity.next.on : on },
          pin: { choice: input.choice, on: planning.today, reason },
        },
      };
    },
    events: (after, { planning }) => [
      { kind: 'pinned', happened_on: planning.today, channel: input.choice, reason, next_on: after.next?.on ?? null },
    ],
  });
}
