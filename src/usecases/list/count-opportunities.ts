import type { Static } from 'typebox';
import type { Count, ListFilters } from '#contract/list';
import { mostAtOnce } from '#core/bulk/bulk-act';
import { boardSums } from '#db/board';
import { countListed } from '#db/opportunity-list';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { listFilterFrom } from './list-filter.ts';

const bounded = (count: number) => ({ count: Math.min(count, mostAtOnce), more: count > mostAtOnce });

/** How many a filter finds, from the board's counters where these know it, else counted up to what can be acted on at once. */
export async function countOpportunities(context: Context, query: ListFilters): Promise<Static<typeof Count>> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
      if (query.state === 'open' && Object.keys(query).every((name) => name === 'state' || name === 'assigneeId')) {
        const sums = await boardSums(tx, 'number', query.assigneeId ?? null);
        return bounded(sums.reduce((sum, column) => sum + column.count, 0));
      }
      const count = await countListed(tx, await listFilterFrom(tx, query, workspace, today), mostAtOnce + 1);
      return bounded(count);
    },
    { readOnly: true },
  );
}
