import { contributions } from '#core/counter/contribution';
import { aggregate, counterDelta } from '#core/counter/counter-delta';
import type { CounterRow } from '#core/counter/contribution';
import type { MomentFacts } from '#core/opportunity/facts';
import type { Day } from '#core/day/day';
import type { Pace } from '#core/opportunity/vocabulary';
import { paceFitted, type ChangedRecord } from '#db/change';
import { addToCounters } from '#db/counter';
import { insertMany, knowColumns } from '#db/bulk';
import { insertEvents, type NewEvent } from '#db/event';
import { momentsOf, toMomentFacts } from '#db/moment';
import { type OpportunityRow, toFacts } from '#db/opportunity';
import { writePaces } from '#db/pace';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { eventAbout, recordChange } from '../opportunity/write-change.ts';

export type Move = { row: OpportunityRow; pace: Pace; on: Day };
export type Moved = { up: number; down: number; later: number; changeId: string | null };

/** From here on they are written as many, in one statement. */
const many = 50;

/** Writes moves with their events, and one change that takes all of them back. */
export async function writeMoves(tx: Tx, context: Context, today: Day, moves: readonly Move[]): Promise<Moved> {
  const moved: Moved = { up: 0, down: 0, later: 0, changeId: null };
  if (moves.length === 0) return moved;
  const histories = await messagesLeft(tx, moves);
  const delta: CounterRow[] = [];
  const events: NewEvent[] = [];
  for (const { row, pace, on } of moves) {
    const before = toFacts(row);
    if (!before.next) continue;
    const after = { ...before, pace, next: { ...before.next, on } };
    const moments = histories.get(row.id);
    if (moments) delta.push(...counterDelta(contributions(before, moments), contributions(after, moments)));
    const what = pace === row.pace ? 'later' : pace === 'active' ? 'up' : 'down';
    moved[what] += 1;
    const reason = { up: 'pace_active', down: 'pace_slow', later: 'pace_later' }[what];
    events.push(
      eventAbout(context, after, {
        kind: 'planned',
        happened_on: today,
        reason,
        channel: after.next.channel,
        next_on: on,
      }),
    );
  }
  const versions = await writePaces(
    tx,
    moves.map(({ row, pace, on }) => ({ id: row.id, pace, on })),
    today,
  );
  await addToCounters(tx, aggregate(delta));
  if (events.length < many) await insertEvents(tx, events);
  else {
    await knowColumns(tx);
    await insertMany(tx, 'event', events);
  }
  const records = moves.flatMap(({ row }): ChangedRecord[] => {
    const version = versions.get(row.id);
    return version === undefined ? [] : [{ type: 'opportunity', id: row.id, version }];
  });
  const changeId = await recordChange(
    tx,
    context,
    paceFitted,
    { opportunities: moves.map(({ row }) => ({ ...row })), made: { events: events.map((event) => event.id) } },
    records,
  );
  return { ...moved, changeId };
}

/** Only a message that waits for its answer counts by the day of the next moment (definition 7): the moments of those. */
async function messagesLeft(tx: Tx, moves: readonly Move[]): Promise<Map<string, MomentFacts[]>> {
  const left = moves.filter(({ row }) => row.last_outcome === 'message_left');
  return new Map(
    await Promise.all(left.map(async ({ row }) => [row.id, (await momentsOf(tx, row.id)).map(toMomentFacts)] as const)),
  );
}
