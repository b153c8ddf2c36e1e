import { sql } from 'kysely';
import type { Outcome } from '#core/opportunity/vocabulary';
import type { RoadMoment } from '#core/story/road';
import type { Tx } from './transaction.ts';

/** The last of the page before: its day (null: not known) and id. */
export type StoryCursor = { on: string | null; id: string };

/** As in the index opportunity_story. */
const endedOn = sql`coalesce(ended_on, '-infinity'::date)`;
type Period = { from: string; to: string };

/** Sales of a member, credited to the assignee at the time (product.md, definition 12): the newest first, those without a day last. */
export async function salesOf(
  tx: Tx,
  memberId: string,
  period: Period | null,
  before: StoryCursor | null,
  limit: number,
): Promise<string[]> {
  const within = period ? sql`and ${endedOn} between ${period.from}::date and ${period.to}::date` : sql``;
  const after = before ? sql`and (${endedOn}, id) < (${before.on ?? '-infinity'}::date, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<{ id: string }>`
    select id from opportunity
    where workspace_id = ${tx.workspaceId} and ended_assignee_id = ${memberId} and state = 'won' ${within} ${after}
    order by ${endedOn} desc, id desc limit ${limit}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** The numbered contact moments of these opportunities, in their order. */
export async function roadsOf(tx: Tx, opportunityIds: readonly string[]): Promise<Map<string, RoadMoment[]>> {
  const roads = new Map<string, RoadMoment[]>(opportunityIds.map((id) => [id, []]));
  const { rows } = await sql<RoadMoment & { opportunityId: string }>`
    select opportunity_id as "opportunityId", number, happened_on as "on", channel, outcome from moment
    where workspace_id = ${tx.workspaceId} and opportunity_id = any(${opportunityIds}::uuid[]) and void_at is null and number is not null
    order by opportunity_id, number`.execute(tx.db);
  for (const { opportunityId, ...moment } of rows) roads.get(opportunityId)?.push(moment);
  return roads;
}

/** Contact moments of one kind: `apart` without an opportunity, `first` with number 1. */
export type LoggedRow = { outcome: Outcome; apart: boolean; first: boolean; count: number; minutes: number };

/** What a member logged from one day to another, both included: from the index alone. */
export async function loggedBetween(tx: Tx, memberId: string, { from, to }: Period): Promise<LoggedRow[]> {
  const { rows } = await sql<LoggedRow>`
    select outcome, opportunity_id is null as apart, coalesce(number = 1, false) as first, count(*)::int as count, sum(minutes)::int as minutes
    from moment
    where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and void_at is null
      and happened_on between ${from}::date and ${to}::date
    group by 1, 2, 3`.execute(tx.db);
  return rows;
}

/** How many a member sold from one day to another, both included, and for how much in all. */
export async function soldBetween(
  tx: Tx,
  memberId: string,
  { from, to }: Period,
): Promise<{ sales: number; value: number; withoutValue: number }> {
  const { rows } = await sql<{ sales: number; value: number; withoutValue: number }>`
    select count(*)::int as sales, coalesce(sum(value), 0)::float8 as value, count(*) filter (where value is null)::int as "withoutValue"
    from opportunity
    where workspace_id = ${tx.workspaceId} and ended_assignee_id = ${memberId} and state = 'won'
      and ${endedOn} between ${from}::date and ${to}::date`.execute(tx.db);
  return rows[0] ?? { sales: 0, value: 0, withoutValue: 0 };
}
