import { addDays } from '#core/day/day';
import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { spreadOverDays, spreadSlow } from '#core/rhythm/spread';
import type { ChangedRecord } from '#db/change';
import { addToCounters } from '#db/counter';
import { bestDue, countDue } from '#db/due';
import { insertEvents, type NewEvent } from '#db/event';
import { momentsOf, toMomentFacts } from '#db/moment';
import { lockOpportunities, type OpportunityRow, toFacts, updateOpportunity } from '#db/opportunity';
import { neverDaysOf } from '#db/person';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { loadFigures } from '../engine/figures.ts';
import { eventAbout, recordChange } from '../opportunity/write-change.ts';
import { loadSurroundings } from '../surroundings.ts';
import { minutesOf, plannedMinutes } from './room.ts';

/** What one step moves at most: more is not read by anybody, and undo stays one small image. */
const mostMoved = 500;

export type SpreadDone = { moved: number; over: { on: string; count: number }[]; changeId: string | null };

/**
 * What waited from earlier, spread by value over the coming working days in one undoable step (product.md, row 3). What does not fit comes
 * evenly in the quarter after (definition 11); nothing is deleted.
 */
export async function spreadLeftovers(context: Context, days = 5): Promise<SpreadDone> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const memberId = context.actor.memberId;
    const surroundings = await loadSurroundings(tx, memberId, context.now());
    const { today, calendar, workspace, member } = surroundings;
    const yesterday = addDays(today, -1);
    const [figures, { due }, planned] = await Promise.all([
      loadFigures(tx, surroundings),
      countDue(tx, memberId, yesterday),
      plannedMinutes(tx, surroundings, 40),
    ]);
    const ranked = await bestDue(tx, memberId, yesterday, figures.table, () => Promise.resolve(due), mostMoved);
    const locked = new Map(
      (
        await lockOpportunities(
          tx,
          ranked.map((r) => r.id),
        )
      ).map((row) => [row.id, row]),
    );
    const rows = ranked
      .flatMap((r) => locked.get(r.id) ?? [])
      .filter((row) => row.next_at === null && row.waiting_since === null);
    const work = rows.map((row) => ({ item: row, minutes: minutesOf(surroundings, row.next_channel) }));
    const never = await neverDaysOf(
      tx,
      rows.map((row) => row.person_id),
    );
    const when = { calendar, from: today, neverDays: (row: OpportunityRow) => never(row.person_id) };
    const spread = spreadOverDays(work, { ...when, days, minutesADay: member.minutes_a_day, planned });
    const placed = [...spread.placed, ...spreadSlow(spread.over, when)];
    const images: Record<string, unknown>[] = [];
    const events: NewEvent[] = [];
    const records: ChangedRecord[] = [];
    for (const { item: row, on } of placed) {
      const facts = toFacts(row);
      if (!facts.next) continue;
      const after = { ...facts, next: { ...facts.next, on } };
      const moments = facts.last?.outcome === 'message_left' ? (await momentsOf(tx, row.id)).map(toMomentFacts) : [];
      const version = await updateOpportunity(tx, after, averageNow(workspace));
      await addToCounters(tx, counterDelta(contributions(facts, moments), contributions(after, moments)));
      images.push({ ...row });
      events.push(
        eventAbout(context, after, {
          kind: 'planned',
          happened_on: today,
          reason: 'spread',
          channel: after.next.channel,
          next_on: on,
        }),
      );
      records.push({ type: 'opportunity', id: row.id, version });
    }
    if (records.length === 0) return { moved: 0, over: [], changeId: null };
    await insertEvents(tx, events);
    const changeId = await recordChange(
      tx,
      context,
      'leftovers.spread',
      { opportunities: images, made: { events: events.map((e) => e.id) } },
      records,
    );
    const counts = new Map<string, number>();
    for (const { on } of placed) counts.set(on, (counts.get(on) ?? 0) + 1);
    return {
      moved: records.length,
      over: [...counts].map(([on, count]) => ({ on, count })).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      changeId,
    };
  });
}
