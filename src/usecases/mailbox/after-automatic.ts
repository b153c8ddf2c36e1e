import type { Day } from '#core/day/day';
import { workingDayFrom } from '#core/day/calendar';
import { replanned } from '#core/opportunity/replanned';
import { lockOpportunitiesOfPerson, type OpportunityRow } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { changeOpportunityIn } from '../opportunity/change-opportunity.ts';
import { withHistory } from '../opportunity/load-opportunity.ts';

/** They are away: what was planned with them before they are back waits for the first working day that they are. An appointment stays. */
export async function moveForAbsence(
  tx: Tx,
  context: Context,
  rows: readonly OpportunityRow[],
  back: Day,
): Promise<void> {
  for (const { id, state, next_on, next_at } of rows) {
    if (state !== 'open' || next_on === null || next_on >= back || next_at !== null) continue;
    await changeOpportunityIn(tx, context, id, {
      kind: 'next.planned',
      decide: ({ opportunity, planning }) => {
        const on = workingDayFrom(planning.calendar, back);
        return opportunity.next
          ? { kind: 'changed', opportunity: { ...opportunity, next: { ...opportunity.next, on }, pin: null } }
          : { kind: 'refused', code: 'opportunity_not_open' };
      },
      events: (after, { planning }) => [
        {
          kind: 'planned',
          happened_on: planning.today,
          channel: after.next?.channel ?? null,
          next_on: after.next?.on ?? null,
          reason: 'away',
        },
      ],
    });
  }
}

/** Nothing stays planned by a mail that arrives nowhere: another way to reach them, else waiting. */
export async function replanForDeadAddress(tx: Tx, context: Context, personId: string): Promise<void> {
  for (const row of await lockOpportunitiesOfPerson(tx, personId)) {
    if (row.state !== 'open' || row.next_channel !== 'email') continue;
    const loaded = await withHistory(tx, row, context.now());
    const { next } = loaded.opportunity;
    if (!next) continue;
    const waiting = { ...loaded.opportunity, next: { ...next, channel: 'wait' as const } };
    const after = replanned(waiting, loaded.moments, loaded.planning, true) ?? waiting;
    await changeOpportunityIn(tx, context, row.id, {
      kind: 'next.planned',
      decide: () => ({ kind: 'changed', opportunity: after }),
      events: (changed, { planning }) => [
        {
          kind: 'planned',
          happened_on: planning.today,
          channel: changed.next?.channel ?? null,
          next_on: changed.next?.on ?? null,
          reason: 'address_dead',
        },
      ],
    });
  }
}
