import { workingDaysBefore, workingDaysFrom } from '#core/day/calendar';
import { addDays, type Day, laterOf, toDay } from '#core/day/day';
import { type NeverDays, suitingDay } from '#core/rhythm/never-days';
import { mayMove, paceMoves, type Ranked, slackOf } from '#core/rhythm/pace-moves';
import { spreadOverDays, spreadSlow } from '#core/rhythm/spread';
import { bestDue, countDue } from '#db/due';
import { type OpportunityRow, toFacts } from '#db/opportunity';
import { lockUnworked, plannedOn, promisedAmong, rankedOfPace, takeNight, waitedSince } from '#db/pace';
import { neverDaysOf } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { type Figures, loadFigures } from '../engine/figures.ts';
import { loadSurroundings, type Surroundings } from '../surroundings.ts';
import { minutesOf } from '../today/room.ts';
import { roomOf } from './capacity.ts';
import { type Move, type Moved, writeMoves } from './move.ts';

/** What one step moves at most: a night of it is read through in a minute, and undo stays one small image. */
const mostMoved = 150;
/** Of these so many in exchange for each other. */
const mostSwaps = 25;
/** Two working weeks, in which the newly active begin. */
const soonDays = 10;
/** Nothing due waits longer without being shown once, or coming by less often (definition 11). */
const mostWaitingDays = 14;
/** So many of the best that are due are shown on Today by themselves. */
const shownOnToday = 30;

/**
 * Fits the pace of a member's opportunities to their hours (definition 11): the best by index run in full, the rest slow, within one
 * bounded, undoable step. At a million open as at ten: counts and probes of indexes only.
 */
export async function refreshPace(context: Context): Promise<Moved> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) =>
    refresh(tx, context, await loadSurroundings(tx, context.actor.memberId, context.now())),
  );
}

/** The same, once a day of the member's own, in whichever process asks first. Null: it was done. */
export async function refreshPaceTonight(context: Context): Promise<Moved | null> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
    if (!(await takeNight(tx, context.actor.memberId, surroundings.today))) return null;
    return refresh(tx, context, surroundings);
  });
}

async function refresh(tx: Tx, context: Context, surroundings: Surroundings): Promise<Moved> {
  const { member, today } = surroundings;
  const figures = await loadFigures(tx, surroundings);
  const { active, fits } = await roomOf(tx, surroundings, figures);
  const over = active.count > fits + slackOf(fits) ? active.count - fits : 0;
  const room = Math.max(0, fits - active.count);
  const ranked = (which: 'best of slow' | 'last of active', wanted: number) =>
    rankedOfPace(tx, member.id, which, figures.table, today, Math.min(mostMoved, wanted + mostSwaps));
  const slow = await ranked('best of slow', room);
  const last = slow.length === 0 && over === 0 ? [] : await ranked('last of active', over);
  const moves = paceMoves({
    active: active.count,
    fits,
    slow: slow.map(toRanked),
    last: last.map(toRanked),
    most: mostMoved,
  });
  const chosen = [...moves.up, ...moves.down, ...moves.swaps.flatMap((swap) => [swap.up, swap.down])];
  const waited = await longWaiting(tx, surroundings, figures, mostMoved - chosen.length);
  const rows = await movable(tx, [...new Set([...chosen, ...waited])], today);
  const of = (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
  const planned = await plannedSoon(tx, surroundings);
  const never = await neverOf(tx, [...rows.values()]);

  const done: Move[] = ups(surroundings, of(moves.up), planned, never);
  const quarter: OpportunityRow[] = [];
  for (const row of of(moves.down)) {
    const keeps = keptDay(surroundings, row, planned);
    if (keeps) done.push({ row, pace: 'slow', on: keeps });
    else quarter.push(row);
  }
  for (const swap of moves.swaps) {
    const [up, down] = [rows.get(swap.up), rows.get(swap.down)];
    if (!up || !down) continue;
    // It takes the other's place, also in the diary.
    const place = suitingDay(surroundings.calendar, never(up), laterOf(today, toDay(down.next_on ?? today)));
    done.push({ row: up, pace: 'active', on: earlier(toDay(up.next_on ?? place), place) });
    quarter.push(down);
  }
  const taken = new Set([...done, ...quarter.map((row) => ({ row }))].map(({ row }) => row.id));
  quarter.push(...of(waited).filter((row) => !taken.has(row.id)));
  for (const { item: row, on } of spreadSlow(quarter, {
    calendar: surroundings.calendar,
    from: today,
    neverDays: never,
  }))
    done.push({ row, pace: 'slow', on: laterOf(on, toDay(row.next_on ?? on)) });
  return writeMoves(tx, context, today, done);
}

const toRanked = ({ id, perMinute }: { id: string; perMinute: number }): Ranked => ({ id, index: perMinute });
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Due for over 14 working days, and not among the best that Today shows by itself. */
async function longWaiting(tx: Tx, surroundings: Surroundings, figures: Figures, limit: number): Promise<string[]> {
  if (limit <= 0) return [];
  const { member, today, calendar } = surroundings;
  const before = workingDaysBefore(calendar, today, mostWaitingDays);
  const { due } = await countDue(tx, member.id, addDays(before, -1));
  if (due.count === 0) return [];
  const dueToday = async () => (await countDue(tx, member.id, today)).due;
  const shown = await bestDue(tx, member.id, today, figures.table, dueToday, shownOnToday);
  return waitedSince(
    tx,
    member.id,
    before,
    today,
    shown.map((one) => one.id),
    limit,
  );
}

/** Locked, and looked at again now that nobody else can change them. */
export async function movable(tx: Tx, ids: readonly string[], today: Day): Promise<Map<string, OpportunityRow>> {
  const [rows, promised] = [await lockUnworked(tx, ids), await promisedAmong(tx, ids)];
  return new Map(rows.filter((row) => mayMove(toFacts(row), today, promised.has(row.id))).map((row) => [row.id, row]));
}

type NeverOf = (row: OpportunityRow) => NeverDays;

/** On which days the people of these are never contacted. */
export async function neverOf(tx: Tx, rows: readonly OpportunityRow[]): Promise<NeverOf> {
  const never = await neverDaysOf(
    tx,
    rows.map((row) => row.person_id),
  );
  return (row) => never(row.person_id);
}

/** Minutes planned on the coming two working weeks. */
export async function plannedSoon(
  tx: Tx,
  { member, calendar, today, minutes }: Surroundings,
): Promise<Map<Day, number>> {
  const days = workingDaysFrom(calendar, today, soonDays);
  const planned = new Map<Day, number>(days.map((day) => [day, 0]));
  for (const { on, channel, count } of await plannedOn(tx, member.id, days)) {
    const day = toDay(on);
    planned.set(day, (planned.get(day) ?? 0) + count * minutesOf({ minutes }, channel));
  }
  return planned;
}

/** The newly active over the coming days that have room, the best first; one that comes by earlier keeps its day. */
export function ups(
  surroundings: Surroundings,
  rows: readonly OpportunityRow[],
  planned: ReadonlyMap<Day, number>,
  neverDays: NeverOf,
): Move[] {
  const { calendar, today, member } = surroundings;
  const work = rows.map((row) => ({ item: row, minutes: minutesOf(surroundings, row.next_channel) }));
  const { placed } = spreadOverDays(work, {
    calendar,
    from: today,
    neverDays,
    days: soonDays,
    minutesADay: member.minutes_a_day,
    planned,
  });
  return placed.map(({ item: row, on }) => ({ row, pace: 'active', on: earlier(toDay(row.next_on ?? on), on) }));
}

/** The next moment stays where it is planned when that is later than two weeks, or on a day that holds it: no minute is left empty. */
function keptDay(
  { today, member, minutes: usual }: Surroundings,
  row: OpportunityRow,
  planned: Map<Day, number>,
): Day | null {
  const on = toDay(row.next_on ?? today);
  const minutes = planned.get(on);
  if (minutes === undefined) return on > addDays(today, soonDays) ? on : null;
  if (minutes <= member.minutes_a_day) return on;
  planned.set(on, minutes - minutesOf({ minutes: usual }, row.next_channel));
  return null;
}
