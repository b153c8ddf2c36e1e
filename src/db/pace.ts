import { sql } from 'kysely';
import { warmths } from '#core/opportunity/vocabulary';
import type { GainTable } from '#core/persistence/gain-table';
import { onHoldDay } from '#core/privacy/on-hold';
import { stayDays } from '#core/rhythm/pace-moves';
import { rhythmLength } from '#core/rhythm/rhythm';
import { paceFitted } from './change.ts';
import type { BoundedCount, Ranked } from './due.ts';
import type { OpportunityRow } from './opportunity.ts';
import type { Tx } from './transaction.ts';

/**
 * The open opportunities of a member, and those of them that run in full (after contact 12 all come once a quarter, whatever their pace);
 * who is restricted is in neither. Each counted up to `most`, from the index alone: in its order, as without one the planner reads the whole table for the first thousand.
 */
export async function countPaces(
  tx: Tx,
  memberId: string,
  most: number,
): Promise<{ open: BoundedCount; active: BoundedCount }> {
  const mine = sql`workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open'`;
  const bounded = (count = 0): BoundedCount => ({ count: Math.min(count, most), more: count > most });
  const { rows } = await sql<{ open: number; active: number }>`
    select (select count(*)::int from (select from opportunity where ${mine} and next_on < ${onHoldDay}::date order by next_on limit ${most + 1}) as x) as open,
      (select count(*)::int from (
        select from opportunity where ${mine} and pace = 'active' and bucket < ${rhythmLength} order by bucket limit ${most + 1}) as x) as active`.execute(
    tx.db,
  );
  return { open: bounded(rows[0]?.open), active: bounded(rows[0]?.active) };
}

/** What core's mayMove asks, as far as the row itself says it. */
const uncommitted = sql`o.pace_by is distinct from 'hand' and o.pin is null and o.waiting_since is null and o.next_at is null
  and o.last_outcome is distinct from 'not_now'`;
const notMovedLately = (today: string) => sql`(o.pace_on is null or o.pace_on <= ${today}::date - ${stayDays}::int)`;

const promised = sql`exists (
  select from promise p where p.workspace_id = o.workspace_id and p.state = 'open' and p.person_id = o.person_id
    and (p.opportunity_id is null or p.opportunity_id = o.id))`;

/**
 * The best of the slow or the last of the active by rank_value × gain, commitments left out: short probes, one a class, as Today's
 * (due.ts). The first, of few a class, says how far the second must read. Beyond contact 12 pace changes nothing. Of the slow only those
 * that were not moved lately, so that room is filled; of the active all, so that one that stays does not send away a better one.
 */
export async function rankedOfPace(
  tx: Tx,
  memberId: string,
  which: 'best of slow' | 'last of active',
  table: GainTable,
  today: string,
  limit: number,
): Promise<Ranked[]> {
  if (limit <= 0) return [];
  const best = which === 'best of slow';
  const rows = table.gain
    .slice(0, rhythmLength)
    .flatMap((row, bucket) => warmths.map((warmth) => ({ bucket, warmth, gain: row[warmth] })));
  const few = Math.ceil(limit / 16);
  const order = best ? sql`desc` : sql`asc`;
  const of = sql`
    select o.id, o.rank_value from opportunity o
    where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'open' and o.pace = ${best ? 'slow' : 'active'}
      and o.bucket = g.bucket and o.warmth = g.warmth and ${uncommitted} and ${best ? notMovedLately(today) : sql`true`} and not ${promised}`;
  // A hair further, as dividing rounds. A class without gain is worth nothing: among the last all of it, among the best none but at the end.
  const bound = best
    ? sql`case when g.gain > 0 then f.per_minute / g.gain * 0.999999 when f.per_minute > 0 then 'infinity' else 0 end`
    : sql`case when g.gain > 0 then f.per_minute / g.gain * 1.000001 else 'infinity' end`;
  const within = best ? sql`o.rank_value >= g.bound` : sql`o.rank_value <= g.bound`;
  const unbound = best ? sql`0::float8` : sql`'infinity'::float8`;
  const [, found] = await Promise.all([
    sql`set local enable_sort = off`.execute(tx.db),
    sql<Ranked>`
      with g as materialized (
        select * from unnest(${rows.map((r) => r.bucket)}::smallint[], ${rows.map((r) => r.warmth)}::text[], ${rows.map((r) => r.gain)}::float8[]) as g (bucket, warmth, gain)
      ), f as materialized (
        select coalesce((
          select x.rank_value * g.gain from g cross join lateral (${of} order by o.rank_value ${order} limit ${few}) as x
          order by 1 ${order} offset ${limit - 1} limit 1), ${unbound}) as per_minute
      ), bounds as materialized (select g.*, ${bound} as bound from g, f)
      select x.id, x.rank_value * g.gain as "perMinute"
      from bounds g cross join lateral (${of} and ${within} order by o.rank_value ${order} limit ${limit}) as x
      order by 2 ${order}, x.id limit ${limit}`.execute(tx.db),
    sql`set local enable_sort = on`.execute(tx.db),
  ]);
  return found.rows;
}

/** Due since before a day and free to be moved, longest first; without those in `shown`. */
export async function waitedSince(
  tx: Tx,
  memberId: string,
  before: string,
  today: string,
  shown: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from opportunity o
    where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'open' and o.next_on < ${before}::date
      and ${uncommitted} and ${notMovedLately(today)} and not ${promised} and o.id <> all(${shown}::uuid[])
    order by o.next_on limit ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Of these, those to whom something is promised or who promised something. */
export async function promisedAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select o.id from opportunity o where o.workspace_id = ${tx.workspaceId} and o.id = any(${ids}::uuid[]) and ${promised}`.execute(
    tx.db,
  );
  return new Set(rows.map((row) => row.id));
}

/** Locked in id order; who is being worked on at this moment is left out rather than waited for. */
export async function lockUnworked(tx: Tx, ids: readonly string[]): Promise<OpportunityRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
}

export type PaceWrite = { id: string; pace: 'active' | 'slow'; on: string };

/** Pace and day of many in one statement; `open ⇔ next` stands, as only the day of a next moment changes. Answers the new versions. */
export async function writePaces(tx: Tx, writes: readonly PaceWrite[], today: string): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map();
  const { rows } = await sql<{ id: string; version: number }>`
    update opportunity o set pace = x.pace, next_on = x.next_on, pace_by = 'room', pace_on = ${today}::date, version = o.version + 1
    from unnest(${writes.map((w) => w.id)}::uuid[], ${writes.map((w) => w.pace)}::text[], ${writes.map((w) => w.on)}::date[]) as x (id, pace, next_on)
    where o.workspace_id = ${tx.workspaceId} and o.id = x.id and o.state = 'open' returning o.id, o.version`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** A day is read up to so many: with these it is full, however short they are. */
const mostADay = 500;

/** How many are planned on each of these days, by channel; each day counted up to 500, so that a million planned cost no more. */
export async function plannedOn(
  tx: Tx,
  memberId: string,
  days: readonly string[],
): Promise<{ on: string; channel: string; count: number }[]> {
  const { rows } = await sql<{ on: string; channel: string; count: number }>`
    select day as "on", x.next_channel as channel, count(*)::int as count
    from unnest(${days}::date[]) as day cross join lateral (
      select next_channel from opportunity
      where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on = day limit ${mostADay}
    ) as x group by 1, 2`.execute(tx.db);
  return rows;
}

/** True once a day: the first that asks for the member's day has it, in whichever process. */
export async function takeNight(tx: Tx, memberId: string, today: string): Promise<boolean> {
  const { rows } = await sql`
    update member set paced_on = ${today}::date
    where workspace_id = ${tx.workspaceId} and id = ${memberId} and (paced_on is null or paced_on < ${today}::date) returning id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** The newest move of a member's opportunities as the hours had room, while it can be taken back; for Today to say. */
export async function lastPaceChange(
  tx: Tx,
  memberId: string,
  since: Date,
): Promise<{ changeId: string; up: number; down: number } | null> {
  const { rows } = await sql<{ changeId: string; up: number; down: number }>`
    select c.id as "changeId", count(e.id) filter (where e.reason = 'pace_active')::int as up, count(e.id) filter (where e.reason = 'pace_slow')::int as down
    from (
      select id, workspace_id, image from change
      where workspace_id = ${tx.workspaceId} and created_at >= ${since} and member_id = ${memberId} and kind = ${paceFitted} and undone_at is null
      order by created_at desc limit 1
    ) as c
    cross join lateral jsonb_array_elements_text(c.image -> 'made' -> 'events') as made (id)
    -- Kept apart by offset: one probe an event, never a look through all of them.
    cross join lateral (
      select id, reason from event where workspace_id = c.workspace_id and id = made.id::uuid offset 0
    ) as e group by 1`.execute(tx.db);
  return rows[0] ?? null;
}
