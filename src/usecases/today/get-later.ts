import { clockAt } from '#core/permission/clock';
import { onHoldDay } from '#core/privacy/on-hold';
import type { OpportunityList } from '#contract/opportunity';
import { selectViews, toView } from '#db/opportunity-view';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';

const most = 100;

/** The next moments after today, by day. */
export async function getLater(context: Context): Promise<OpportunityList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const clock = clockAt(context.now());
      const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const rows = await selectViews(tx)
        .where('o.assignee_id', '=', context.actor.memberId)
        .where('o.state', '=', 'open')
        .where('o.next_on', '>', today)
        // Of who is restricted: waits for the end of that, and is no plan.
        .where('o.next_on', '<', onHoldDay)
        .orderBy('o.next_on')
        .limit(most)
        .execute();
      return { items: rows.map((row) => toView(row, clock)), nextCursor: null };
    },
    { readOnly: true },
  );
}
