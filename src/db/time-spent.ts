import { sql } from 'kysely';
import type { TimedFacts } from '#core/time/time-kind';
import type { Tx } from './transaction.ts';

/** `memberIds` null: everybody in the workspace. Days included at both ends. */
export type TimeFilter = { memberIds: readonly string[] | null; from: string; to: string };

/** Time in the week that begins on this Monday, of what has the same facts; `count`: how often. */
export type TimeRow = { monday: string; minutes: number; count: number } & TimedFacts;

/** Contact moments with their minutes. Read by day from the index alone: a quarter is as quick beside a million. */
export async function timeOfMoments(tx: Tx, { memberIds, from, to }: TimeFilter): Promise<TimeRow[]> {
  const { rows } = await sql<TimeRow>`
    with picked_up as materialized (
      select opportunity_id, min(happened_on) as revived_on from event
      where workspace_id = ${tx.workspaceId} and kind = 'revived' and void_at is null group by 1
    ), whose as materialized (
      select m.id from member m where m.workspace_id = ${tx.workspaceId} and ${whose(memberIds, 'm.id')}
    )
    select date_trunc('week', m.happened_on)::date as monday,
      m.opportunity_id is null as apart, coalesce(m.number = 1, false) as first, coalesce(m.happened_on >= r.revived_on, false) as revived,
      sum(m.minutes)::int as minutes, count(*)::int as count
    from whose cross join lateral (
      select happened_on, minutes, number, opportunity_id from moment
      where workspace_id = ${tx.workspaceId} and member_id = whose.id and void_at is null and happened_on >= ${from}::date and happened_on <= ${to}::date
      -- Kept apart by offset: by the index of each member, never by all moments of the workspace.
      offset 0
    ) as m left join picked_up r on r.opportunity_id = m.opportunity_id
    group by 1, 2, 3, 4`.execute(tx.db);
  return rows;
}

/** Time spent looking for new prospects, on the member's day on which it began; not what was forgotten and not yet said. */
export async function timeOfProspecting(
  tx: Tx,
  { memberIds, from, to }: TimeFilter,
): Promise<Omit<TimeRow, keyof TimedFacts>[]> {
  const { rows } = await sql<Omit<TimeRow, keyof TimedFacts>>`
    select date_trunc('week', p.on_day)::date as monday, sum(p.minutes)::int as minutes, count(*)::int as count
    from (
      select (s.started_at at time zone coalesce(m.time_zone, w.time_zone))::date as on_day, s.minutes
      from prospecting s join member m on m.workspace_id = s.workspace_id and m.id = s.member_id join workspace w on w.id = s.workspace_id
      where s.workspace_id = ${tx.workspaceId} and ${whose(memberIds, 's.member_id')} and s.ended_at is not null and not s.capped
        -- By the index; the day in its zone is looked at below.
        and s.started_at >= ${from}::date - interval '1 day' and s.started_at < ${to}::date + interval '2 days'
    ) as p where p.on_day between ${from}::date and ${to}::date
    group by 1`.execute(tx.db);
  return rows;
}

export type SaleRow = { sales: number; value: number; withoutValue: number } & Pick<TimedFacts, 'first' | 'revived'>;

/** Sales of a period by what they came from, credited to the assignee at the time (definition 12). `averageValue`: for what has none. */
export async function salesOfTime(
  tx: Tx,
  { memberIds, from, to }: TimeFilter,
  averageValue: number,
): Promise<SaleRow[]> {
  const { rows } = await sql<SaleRow>`
    with whose as materialized (
      select m.id from member m where m.workspace_id = ${tx.workspaceId} and ${whose(memberIds, 'm.id')}
    )
    select coalesce(e.number = 1, false) as first, e.revived, count(*)::int as sales,
      coalesce(sum(coalesce(o.value, ${averageValue}::bigint)), 0)::float8 as value, count(*) filter (where o.value is null)::int as "withoutValue"
    from whose cross join lateral (
      select opportunity_id, number, exists (
        select from event r where r.workspace_id = e.workspace_id and r.opportunity_id = e.opportunity_id and r.kind = 'revived' and r.void_at is null
          and r.happened_on <= e.happened_on) as revived
      from event e
      where workspace_id = ${tx.workspaceId} and assignee_id = whose.id and kind = 'won' and void_at is null and happened_on >= ${from}::date and happened_on <= ${to}::date
      offset 0
    ) as e join opportunity o on o.workspace_id = ${tx.workspaceId} and o.id = e.opportunity_id and o.state = 'won'
    group by 1, 2`.execute(tx.db);
  return rows;
}

const whose = (memberIds: readonly string[] | null, column: string) =>
  memberIds === null ? sql`true` : sql`${sql.ref(column)} = any(${memberIds}::uuid[])`;
