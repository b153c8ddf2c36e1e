import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { onHoldDay } from '#core/privacy/on-hold';
import type { Pace, Warmth } from '#core/opportunity/vocabulary';
import type { OpenGroup } from '#core/persistence/open-revenue';
import type { Tx } from './transaction.ts';

export type OpenRow = OpenGroup & {
  /** Paid by the month over so many months, `value` being the amount a month; null: at once. */
  months: number | null;
  withoutValue: number;
};

/** Up to so many one row each, so that chance itself can be simulated (core/persistence/large-forecast). */
export const mostSingle = 1000;

/**
 * What is open, added up by where it stands: a million opportunities are some thousands of rows, and none is loaded. When they are few, one
 * row each. `value`: their own, or `averageValue`. Recurring that begins later is walked from then.
 */
export async function openRevenue(tx: Tx, averageValue: number): Promise<OpenRow[]> {
  const { rows: few } = await sql<{ few: boolean }>`
    select count(*) <= ${mostSingle} as few from (
      select from opportunity where workspace_id = ${tx.workspaceId} and state = 'open' limit ${mostSingle + 1}) as those`.execute(
    tx.db,
  );
  const one = few[0]?.few === true ? sql`id` : sql`null::uuid`;
  const { rows } = await sql<{
    held: number;
    warmth: Warmth;
    pace: Pace;
    nextOn: Day;
    months: number | null;
    count: number;
    value: number;
    squares: number;
    withoutValue: number;
  }>`
    select bucket as held, warmth, pace, greatest(next_on, starts_on) as "nextOn", term_months as months, count(*)::float8 as count,
      sum(paid)::float8 as value, sum(paid * paid)::float8 as squares, count(*) filter (where value is null)::float8 as "withoutValue"
    from (
      select ${one} as single, bucket, warmth, pace, next_on, starts_on, term_months, value, coalesce(monthly, value, ${averageValue}::bigint)::float8 as paid
      -- Of who is restricted nothing is reckoned with.
      from opportunity where workspace_id = ${tx.workspaceId} and state = 'open' and next_on < ${onHoldDay}::date
    ) as standing group by single, 1, 2, 3, 4, 5`.execute(tx.db);
  return rows;
}

/** Opportunities made since a day: by hand, or from a list that says when they began. A list without days is no pace. */
export async function madeSince(tx: Tx, since: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::float8 as count from opportunity
    where workspace_id = ${tx.workspaceId} and created_on > ${since}::date and (import_id is null or created_on < created_at::date)`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

export type SoldRow = {
  id: string;
  personId: string | null;
  customer: string;
  value: number;
  expectedOn: Day | null;
  monthly: number | null;
  months: number | null;
  startsOn: Day | null;
  renews: boolean | null;
  noticeMonths: number | null;
};

const soldColumns = sql`o.id, o.person_id as "personId", coalesce(g.name, p.name, o.title) as customer, coalesce(o.value, 0)::float8 as value,
  o.expected_on as "expectedOn", o.monthly::float8 as monthly, o.term_months as months, coalesce(o.starts_on, o.ended_on) as "startsOn", o.renews,
  o.notice_months as "noticeMonths"`;
const withNames = sql`opportunity o
  left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
  left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id`;

/** Sold and not paid, expected on these days. */
export async function unpaidBetween(tx: Tx, from: Day, until: Day): Promise<SoldRow[]> {
  const { rows } = await sql<SoldRow>`
    select ${soldColumns} from ${withNames}
    where o.workspace_id = ${tx.workspaceId} and o.state = 'won' and o.paid_on is null and o.monthly is null
      and o.expected_on between ${from}::date and ${until}::date`.execute(tx.db);
  return rows;
}

export async function overdueBefore(tx: Tx, day: Day): Promise<{ count: number; amount: number }> {
  const { rows } = await sql<{ count: number; amount: number }>`
    select count(*)::float8 as count, coalesce(sum(value), 0)::float8 as amount from opportunity
    where workspace_id = ${tx.workspaceId} and state = 'won' and expected_on < ${day}::date and paid_on is null and monthly is null`.execute(
    tx.db,
  );
  return rows[0] ?? { count: 0, amount: 0 };
}

/** Sold and paid by the month. */
export async function soldRecurring(tx: Tx): Promise<SoldRow[]> {
  const { rows } = await sql<SoldRow>`
    select ${soldColumns} from ${withNames}
    where o.workspace_id = ${tx.workspaceId} and o.state = 'won' and o.monthly is not null`.execute(tx.db);
  return rows;
}
