import { clockAt } from '#core/permission/clock';
import { AppError } from '#contract/app-error';
import type { OpportunityList, OpportunityListQuery } from '#contract/opportunity';
import { type ListCursor, listOpportunityViews } from '#db/opportunity-list';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { listFilterFrom } from '../list/list-filter.ts';
import { loadSurroundings } from '../surroundings.ts';

/** Opportunities by what they are and by words, page by page. */
export async function listOpportunities(context: Context, query: OpportunityListQuery): Promise<OpportunityList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { sort: wanted, turned, cursor, limit, ...filters } = query;
      const filter = await listFilterFrom(tx, filters, workspace, today);
      const sort = wanted ?? (query.state === 'open' ? 'next' : 'newest');
      const page = await listOpportunityViews(
        tx,
        filter,
        sort,
        turned ?? false,
        limit ?? 50,
        readCursor(cursor),
        clockAt(context.now()),
      );
      return {
        items: page.items,
        nextCursor: page.next && Buffer.from(JSON.stringify([page.next.key, page.next.id])).toString('base64url'),
      };
    },
    { readOnly: true },
  );
}

function readCursor(cursor: string | undefined): ListCursor | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(parsed) &&
      (typeof parsed[0] === 'string' || typeof parsed[0] === 'number') &&
      typeof parsed[1] === 'string'
    ) {
      return { key: parsed[0], id: parsed[1] };
    }
  } catch {
    // Not ours: refused below.
  }
  throw new AppError('invalid_request', { at: 'cursor' });
}
