import { AppError } from '#contract/app-error';
import type { AbsencePlanned, AbsencePreview, PlanAbsence, PreviewAbsence } from '#contract/absence';
import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { addDays, type Day, laterOf } from '#core/day/day';
import { handOver } from '#core/opportunity/change-state';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { spreadOverDays, spreadSlow } from '#core/rhythm/spread';
import { appointmentsWithin, plannedWithin } from '#db/absence';
import { knowColumns } from '#db/bulk';
import { updateOpportunities } from '#db/bulk-run';
import { addToCounters } from '#db/counter';
import { insertDayOff } from '#db/day-off';
import { insertEvents } from '#db/event';
import { momentsOfMany } from '#db/many-opportunities';
import { toMomentFacts } from '#db/moment';
import { lockOpportunities, type OpportunityRow, toFacts } from '#db/opportunity';
import { neverDaysOf } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { eventAbout, recordChange } from '../opportunity/write-change.ts';
import { dayFrom, loadSurroundings, type Surroundings } from '../surroundings.ts';
import { minutesOf, plannedMinutes } from '../today/room.ts';

type Days = { fromOn: Day; untilOn: Day };

/** One step moves at most so many, as with leftovers: undo stays one small image. */
const mostMoved = 500;
/** Working days after the absence over which its moments are spread. */
const daysAfter = 10;

/** What lies in an absence, and where it would go. Changes nothing. */
export function previewAbsence(context: Context, wish: PreviewAbsence): Promise<AbsencePreview> {
  const days = daysOf(wish);
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const memberId = context.actor.memberId;
      const surroundings = await loadSurroundings(tx, memberId, context.now());
      const [rows, appointments] = await Promise.all([
        plannedWithin(tx, memberId, days, mostMoved),
        appointmentsWithin(tx, memberId, days),
      ]);
      return {
        moments: rows.length,
        minutes: rows.reduce((sum, row) => sum + minutesOf(surroundings, row.next_channel), 0),
        appointments,
        over: countByDay((await placesAfter(tx, surroundings, days, rows)).map(({ on }) => on)),
      };
    },
    { readOnly: true },
  );
}

/**
 * Days on which one is not there, and what happens to the next moments in them: left, spread over the working days after, or handed to a
 * colleague. One change, which is taken back as a whole. Appointments and who waits stay: those are promises to somebody.
 */
export function planAbsence(context: Context, wish: PlanAbsence): Promise<AbsencePlanned> {
  const days = daysOf(wish);
  if ((wish.moments === 'hand_over') !== (wish.assigneeId !== undefined))
    throw new AppError('invalid_request', {
      at: 'assigneeId',
      detail: 'Give a colleague with hand_over, and only then.',
    });
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const memberId = context.actor.memberId;
    const surroundings = await loadSurroundings(tx, memberId, context.now());
    const dayOff = await insertDayOff(tx, {
      id: context.newId(),
      member_id: memberId,
      from_on: days.fromOn,
      until_on: days.untilOn,
      note: wish.note?.trim() || null,
    });
    const found = wish.moments === 'leave' ? [] : await plannedWithin(tx, memberId, days, mostMoved);
    const locked = await lockOpportunities(
      tx,
      found.map((row) => row.id),
    );
    const rows = found.flatMap((row) => locked.find((one) => one.id === row.id && one.version === row.version) ?? []);
    const afters =
      wish.assigneeId === undefined
        ? await moved(tx, surroundings, days, rows)
        : await handed(tx, context, wish.assigneeId, rows);
    const changeId = await write(tx, context, surroundings, rows, afters, dayOff.id);
    const over = wish.moments === 'move' ? countByDay(afters.flatMap((facts) => facts.next?.on ?? [])) : [];
    return { dayOffId: dayOff.id, changed: afters.length, over, changeId };
  });
}

function daysOf(wish: { fromOn: string; untilOn: string }): Days {
  const fromOn = dayFrom(wish.fromOn, 'fromOn');
  const untilOn = dayFrom(wish.untilOn, 'untilOn');
  if (untilOn < fromOn)
    throw new AppError('day_invalid', { at: 'untilOn', detail: 'The last day lies before the first.' });
  return { fromOn, untilOn };
}

/** The most worth first, each day filled to one's minutes; what does not fit comes evenly in the quarter after, as with leftovers. */
async function placesAfter(
  tx: Tx,
  surroundings: Surroundings,
  days: Days,
  rows: readonly OpportunityRow[],
): Promise<{ item: OpportunityRow; on: Day }[]> {
  if (rows.length === 0) return [];
  const calendar = { ...surroundings.calendar, daysOff: [...surroundings.calendar.daysOff, days] };
  const from = laterOf(addDays(days.untilOn, 1), surroundings.today);
  const planned = await plannedMinutes(tx, surroundings, 120);
  const work = rows.map((row) => ({ item: row, minutes: minutesOf(surroundings, row.next_channel) }));
  const { minutes_a_day: minutesADay } = surroundings.member;
  const never = await neverDaysOf(
    tx,
    rows.map((row) => row.person_id),
  );
  const when = { calendar, from, neverDays: (row: OpportunityRow) => never(row.person_id) };
  const spread = spreadOverDays(work, { ...when, days: daysAfter, minutesADay, planned });
  return [...spread.placed, ...spreadSlow(spread.over, when)];
}

async function moved(
  tx: Tx,
  surroundings: Surroundings,
  days: Days,
  rows: readonly OpportunityRow[],
): Promise<OpportunityFacts[]> {
  const places = await placesAfter(tx, surroundings, days, rows);
  return places.flatMap(({ item, on }) => {
    const facts = toFacts(item);
    return facts.next ? [{ ...facts, next: { ...facts.next, on } }] : [];
  });
}

async function handed(
  tx: Tx,
  { actor }: Context,
  assigneeId: string,
  rows: readonly OpportunityRow[],
): Promise<OpportunityFacts[]> {
  const colleague = await findMember(tx, assigneeId);
  if (!colleague || colleague.role === 'viewer' || assigneeId === actor.memberId)
    throw new AppError('assignee_missing', { at: 'assigneeId' });
  return rows.map((row) => handOver(toFacts(row), assigneeId));
}

async function write(
  tx: Tx,
  context: Context,
  { today, workspace }: Surroundings,
  rows: readonly OpportunityRow[],
  afters: readonly OpportunityFacts[],
  dayOffId: string,
): Promise<string> {
  const before = new Map(rows.map((row) => [row.id, row]));
  const moments = await momentsOfMany(tx, [...before.keys()]);
  const changed = afters.flatMap((after) => {
    const row = before.get(after.id);
    return row ? [{ row, after, history: (moments.get(row.id) ?? []).map(toMomentFacts) }] : [];
  });
  const events = changed.map(({ row, after }) =>
    after.assigneeId === row.assignee_id
      ? eventAbout(context, after, {
          kind: 'planned',
          happened_on: today,
          reason: 'absence',
          channel: after.next?.channel ?? null,
          next_on: after.next?.on ?? null,
        })
      : eventAbout(context, after, { kind: 'handed_over', happened_on: today }),
  );
  if (changed.length > 0) await knowColumns(tx);
  const versions =
    changed.length === 0
      ? new Map<string, number>()
      : await updateOpportunities(
          tx,
          changed.map(({ after }) => after),
          averageNow(workspace),
        );
  const delta = changed.flatMap(({ row, after, history }) =>
    counterDelta(contributions(toFacts(row), history), contributions(after, history)),
  );
  if (delta.length > 0) await addToCounters(tx, counterDelta([], delta));
  if (events.length > 0) await insertEvents(tx, events);
  return recordChange(
    tx,
    context,
    'absence.planned',
    {
      opportunities: changed.map(({ row }) => ({ ...row })),
      made: { events: events.map((event) => event.id), daysOff: [dayOffId] },
    },
    changed.map(({ row }) => ({ type: 'opportunity' as const, id: row.id, version: versions.get(row.id) ?? 0 })),
  );
}

function countByDay(days: readonly Day[]): { on: string; count: number }[] {
  const counts = new Map<Day, number>();
  for (const on of days) counts.set(on, (counts.get(on) ?? 0) + 1);
  return [...counts].map(([on, count]) => ({ on, count })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
