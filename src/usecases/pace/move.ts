import { contributions } from '#core/counter/contribution';
import { aggregate, counterDelta } from '#core/counter/counter-delta';
import type { CounterRow } from '#core/counter/contribution';
import type { Day } from '#core/day/day';
import type { Pace } from '#core/opportunity/vocabulary';
import { paceFitted, type ChangedRecord } from '#db/change';
import { addToCounters } from '#db/counter';
import { insertEvents } from '#db/event';
import { momentsOf, toMomentFacts } from '#db/moment';
import { type OpportunityRow, toFacts } from '#db/opportunity';
import { writePaces } from '#db/pace';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { eventAbout, recordChange } from '../opportunity/write-change.ts';

export type Move = { row: OpportunityRow; pace: Pace; on: Day };
export type Moved = { up: number; down: number; later: number; changeId: string | null };

/** Writes moves with their events, and one change that takes all of them back. */
export async function writeMoves(tx: Tx, context: Context, today: Day, moves: readonly Move[]): Promise<Moved> {
  const moved: Moved = { up: 0, down: 0, later: 0, changeId: null };
  if (moves.length === 0) return moved;
  const delta: CounterRow[] = [];
  const events = [];
  for (const { row, pace, on } of moves) {
    const before = toFacts(row);
    if (!before.next) continue;
    const after = { ...before, pace, next: { ...before.next, on } };
    // Only a message that waits for its answer counts by the next moment's day (definition 7).
    if (before.last?.outcome === 'message_left') {
      const moments = (await momentsOf(tx, row.id)).map(toMomentFacts);
      delta.push(...counterDelta(contributions(before, moments), contributions(after, moments)));
    }
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
  await insertEvents(tx, events);
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
