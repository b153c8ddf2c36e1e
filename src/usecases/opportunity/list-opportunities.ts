import { clockAt } from '#core/permission/clock';
import { addDays } from '#core/day/day';
import { foldText } from '#core/import/fold-text';
import { AppError } from '#contract/app-error';
import type { OpportunityList, OpportunityListQuery } from '#contract/opportunity';
import { type ListCursor, listOpportunityViews } from '#db/opportunity-list';
import { searchPersonIds } from '#db/person-search';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';

const letLieDays = 60;
const mostFound = 200;

/** Opportunities by state, source and words, page by page. */
export async function listOpportunities(context: Context, query: OpportunityListQuery): Promise<OpportunityList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const folded = foldText(query.q ?? '');
      const search = folded === '' ? null : { personIds: (await searchPersonIds(tx, folded, mostFound)).ids, folded };
      const filter = {
        state: query.state ?? null,
        assigneeId: query.assigneeId ?? null,
        source: query.source ?? null,
        toComplete: query.toComplete ?? false,
        nextBefore: query.letLie ? addDays(today, -letLieDays) : null,
        search,
      };
      const sort = query.sort ?? (query.state === 'open' ? 'next' : 'newest');
      const page = await listOpportunityViews(
        tx,
        filter,
        sort,
        query.limit ?? 50,
        readCursor(query.cursor),
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
