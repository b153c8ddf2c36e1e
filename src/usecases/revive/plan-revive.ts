import { reviveOpportunity } from '#core/opportunity/change-state';
import { spreadOverDays, spreadSlow } from '#core/rhythm/spread';
import { AppError } from '#contract/app-error';
import type { ChangedRecord } from '#db/change';
import { lockOpportunities, type OpportunityRow } from '#db/opportunity';
import { neverDaysOf } from '#db/person';
import { bestRevivable } from '#db/revivable';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { adviceFor } from '../engine/advice.ts';
import { loadFigures } from '../engine/figures.ts';
import { withHistory } from '../opportunity/load-opportunity.ts';
import { eventAbout, recordChange, writeOpportunity } from '../opportunity/write-change.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { loadSurroundings } from '../surroundings.ts';
import { plannedMinutes } from '../today/room.ts';

/** "This week": today and the working days after it. */
const planDays = 5;
/** How far past `count` is looked for an experiment among those that the figures say to let rest. */
const mostLookedAt = 20;

export type RevivePlanned = { planned: { id: string; on: string }[]; changeId: string | null };

/** Picks these up again, or the best `count` that the figures do not say to let rest, on the days that have room (product.md, row 5). One undoable change. */
export async function planRevive(
  context: Context,
  input: { opportunityIds?: string[]; count?: number },
): Promise<RevivePlanned> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const memberId = context.actor.memberId;
    const surroundings = await loadSurroundings(tx, memberId, context.now());
    const { workspace, member, calendar, today } = surroundings;
    const [figures, planned] = await Promise.all([loadFigures(tx, surroundings), plannedMinutes(tx, surroundings, 14)]);
    const count = input.count ?? 10;
    const ids =
      input.opportunityIds ??
      (await bestRevivable(tx, memberId, figures.table, count + mostLookedAt, null))
        .filter((ranked) => adviceFor(figures, workspace, ranked) !== 'stop')
        .slice(0, count)
        .map((r) => r.id);
    const rows = await lockOpportunities(tx, ids);
    if (input.opportunityIds && rows.length < new Set(ids).size)
      throw new AppError('not_found', { at: 'opportunityIds' });
    const inOrder = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    const minutes = figures.minutesByStage;
    const work = inOrder.map((row) => ({ item: row, minutes: minutes[Math.min(row.held, 11)] ?? 10 }));
    const never = await neverDaysOf(
      tx,
      inOrder.map((row) => row.person_id),
    );
    const when = { calendar, from: today, neverDays: (row: OpportunityRow) => never(row.person_id) };
    const spread = spreadOverDays(work, {
      ...when,
      days: planDays,
      minutesADay: member.minutes_a_day,
      planned,
    });
    const images: Record<string, unknown>[] = [];
    const events: string[] = [];
    const records: ChangedRecord[] = [];
    const done: RevivePlanned['planned'] = [];
    for (const { item: row, on } of [...spread.placed, ...spreadSlow(spread.over, when)]) {
      const loaded = await withHistory(tx, row, context.now());
      refuseRestricted(loaded.person);
      const decision = reviveOpportunity(loaded.opportunity, loaded.moments, loaded.planning, { on });
      if (decision.kind === 'refused') throw new AppError(decision.code, { at: row.id });
      const event = eventAbout(context, decision.opportunity, { kind: 'revived', happened_on: today, next_on: on });
      const version = await writeOpportunity(tx, loaded, decision.opportunity, { events: [event] });
      images.push({ ...row });
      events.push(event.id);
      records.push({ type: 'opportunity', id: row.id, version });
      done.push({ id: row.id, on });
    }
    if (done.length === 0) return { planned: [], changeId: null };
    const changeId = await recordChange(
      tx,
      context,
      'revive.planned',
      { opportunities: images, made: { events } },
      records,
    );
    return { planned: done, changeId };
  });
}
