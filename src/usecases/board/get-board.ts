import { clockAt } from '#core/permission/clock';
import { AppError } from '#contract/app-error';
import type { Board, BoardCards, BoardColumn, BoardColumnQuery, BoardQuery } from '#contract/board';
import { type BoardBy, boardCards, type BoardPlace, boardSums } from '#db/board';
import { viewsOf } from '#db/opportunity-view';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';

/** Of each column; the others come as one scrolls. Thirteen columns show fewer each than some stages. */
const firstOf = { number: 10, stage: 25 } as const;
const moreCards = 25;

/** Every column with its sums and first cards. */
export async function getBoard(context: Context, query: BoardQuery): Promise<Board> {
  const by = query.by ?? 'number';
  const assigneeId = query.assigneeId ?? null;
  const firstCards = firstOf[by];
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const [columns, sums, cards] = await Promise.all([
        columnsOf(tx, by),
        boardSums(tx, by, assigneeId),
        boardCards(tx, by, assigneeId, firstCards + 1, null),
      ]);
      const known = new Set(columns.map((column) => column.stored));
      const begins = columns.find((column) => column.stored === '')?.stored ?? columns[0]?.stored ?? '';
      // What stands in a stage that is no more stands where one begins, rather than nowhere.
      const place = (key: string) => (known.has(key) ? key : begins);
      const views = new Map(
        (
          await viewsOf(
            tx,
            cards.map((card) => card.id),
            clockAt(context.now()),
          )
        ).map((view) => [view.id, view]),
      );
      return {
        by,
        columns: columns.map(({ key, stored }): BoardColumn => {
          const here = sums.filter((sum) => place(sum.key) === stored);
          const of = cards.filter((card) => place(card.key) === stored);
          const shown = of.slice(0, firstCards);
          return {
            key,
            count: here.reduce((sum, one) => sum + one.count, 0),
            value: here.reduce((sum, one) => sum + one.value, 0),
            withoutValue: here.reduce((sum, one) => sum + one.withoutValue, 0),
            cards: shown.flatMap((card) => views.get(card.id) ?? []),
            nextCursor: of.length > firstCards ? cursorAt(shown.at(-1)) : null,
          };
        }),
      };
    },
    { readOnly: true },
  );
}

/** More cards of one column. */
export async function getBoardColumn(context: Context, query: BoardColumnQuery): Promise<BoardCards> {
  const by = query.by ?? 'number';
  const after = readCursor(query.cursor ?? '');
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const column = (await columnsOf(tx, by)).find(({ key }) => key === query.key);
      if (!column) throw new AppError('stage_missing', { at: 'key' });
      const only = { key: column.stored, after };
      const cards = await boardCards(tx, by, query.assigneeId ?? null, moreCards + 1, only);
      const shown = cards.slice(0, moreCards);
      return {
        cards: await viewsOf(
          tx,
          shown.map((card) => card.id),
          clockAt(context.now()),
        ),
        nextCursor: cards.length > moreCards ? cursorAt(shown.at(-1)) : null,
      };
    },
    { readOnly: true },
  );
}

/** The columns in their order, and what is stored for each: by number what was held before, by stage null as ''. */
async function columnsOf(tx: Tx, by: BoardBy): Promise<{ key: string; stored: string }[]> {
  if (by === 'number')
    return Array.from({ length: 13 }, (_, held) => ({ key: String(held + 1), stored: String(held) }));
  const { stages } = await loadWorkspace(tx);
  return stages.map((stage) => ({ key: stage.id, stored: stage.begins ? '' : stage.id }));
}

function cursorAt(card: { on: string; id: string } | undefined): string | null {
  return card ? Buffer.from(JSON.stringify([card.on, card.id])).toString('base64url') : null;
}

function readCursor(cursor: string): BoardPlace {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(parsed) &&
      typeof parsed[0] === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(parsed[0]) &&
      typeof parsed[1] === 'string' &&
      /^[0-9a-f-]{36}$/.test(parsed[1])
    )
      return { on: parsed[0], id: parsed[1] };
  } catch {
    // Not ours: refused below.
  }
  throw new AppError('invalid_request', { at: 'cursor' });
}
