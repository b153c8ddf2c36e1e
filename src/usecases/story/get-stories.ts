import { isDay } from '#core/day/day';
import { usualNumber } from '#core/story/road';
import { AppError } from '#contract/app-error';
import type { Stories, StoriesQuery } from '#contract/story';
import { endedByNumber } from '#db/mirror';
import { salesOf, type StoryCursor } from '#db/story';
import { inWorkspace } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { storiesOf } from './stories-of.ts';

/** The article: most sellers have stopped after three. */
const mostStopAfter = 3;

/**
 * How one's sales came about, the newest first (product.md, row 9). One's own; for owners and managers those of a colleague who shares
 * the Mirror, and who does not looks like one who is not there (definition 22).
 */
export async function getStories(context: Context, query: StoriesQuery): Promise<Stories> {
  const { memberId: self, role } = context.actor;
  const memberId = query.memberId ?? self;
  if (memberId !== self && role !== 'owner' && role !== 'manager') throw new AppError('forbidden', { at: 'memberId' });
  const limit = query.limit ?? 20;
  const before = readCursor(query.cursor);
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const member = await findMember(tx, memberId);
      if (!member || (memberId !== self && !member.share_mirror)) throw new AppError('not_found', { at: 'memberId' });
      const [ended, ids] = await Promise.all([
        endedByNumber(tx, { assigneeIds: [memberId], source: null, from: null, to: null, by: 'contact' }),
        salesOf(tx, memberId, null, before, limit + 1),
      ]);
      const sales = ended.filter(({ kind }) => kind === 'won');
      const count = (only: (number: number) => boolean) =>
        sales.filter(({ number }) => only(number)).reduce((sum, row) => sum + row.count, 0);
      const items = await storiesOf(tx, context.now(), ids.slice(0, limit));
      const last = ids.length > limit ? items.at(-1)?.opportunity : undefined;
      return {
        member: { id: member.id, name: member.name },
        sales: count(() => true),
        numbered: count((number) => number > 0),
        usual: usualNumber(sales),
        afterThird: count((number) => number > mostStopAfter),
        items,
        nextCursor: last ? Buffer.from(JSON.stringify([last.endedOn, last.id])).toString('base64url') : null,
      };
    },
    { readOnly: true },
  );
}

const uuid = /^[0-9a-f-]{36}$/;

function readCursor(cursor: string | undefined): StoryCursor | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed)) {
      const [on, id]: unknown[] = parsed;
      if (typeof id === 'string' && uuid.test(id) && (on === null || (typeof on === 'string' && isDay(on))))
        return { on, id };
    }
  } catch {
    // Not ours: refused below.
  }
  throw new AppError('invalid_request', { at: 'cursor' });
}
