import type { Static } from 'typebox';
import type { Count, ListFilters } from '#contract/list';
import { mostAtOnce } from '#core/bulk/bulk-act';
import { countListed } from '#db/opportunity-list';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { listFilterFrom } from './list-filter.ts';

/** How many a filter finds, counted up to what can be acted on at once. */
export async function countOpportunities(context: Context, query: ListFilters): Promise<Static<typeof Count>> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const count = await countListed(tx, await listFilterFrom(tx, query, workspace, today), mostAtOnce + 1);
      return { count: Math.min(count, mostAtOnce), more: count > mostAtOnce };
    },
    { readOnly: true },
  );
}
