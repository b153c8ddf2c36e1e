import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { onHoldDay } from '#core/privacy/on-hold';
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
 * row each. `value`: their own, or `averageValue`. Recurring that begins later is walked from then. Apart for what is paid at once, so that
 * its index answers alone (0010-outlook-at-once.sql).
 */
export async function openRevenue(tx: Tx, averageValue: number): Promise<OpenRow[]> {
  // Of who is restricted nothing is reckoned with.
  const open = sql`workspace_id = ${tx.workspaceId} and state = 'open' and next_on < ${onHoldDay}::date`;
  const { rows: counted } = await sql<{ few: boolean }>`
    select count(*) <= ${mostSingle} as few from (select from opportunity where ${open} limit ${mostSingle + 1}) as those`.execute(
    tx.db,
  );
  const one = counted[0]?.few === true ? sql`id` : sql`null::uuid`;
  const sums = sql`count(*)::float8 as count, sum(paid) as value, sum(paid * paid) as squares, (count(*) - count(value))::float8 as "withoutValue"`;
  const atOnce = sql<OpenRow>`
    select bucket as held, warmth, pace, next_on as "nextOn", null::float8 as months, ${sums}
    from (
      select ${one} as single, bucket, warmth, pace, next_on, value, coalesce(value, ${averageValue}::bigint)::float8 as paid
      from opportunity where ${open} and monthly is null
    ) as standing group by single, 1, 2, 3, 4`;
  const byTheMonth = sql<OpenRow>`
    select bucket as held, warmth, pace, greatest(next_on, starts_on) as "nextOn", term_months::float8 as months, ${sums}
    from (
      select ${one} as single, bucket, warmth, pace, next_on, starts_on, term_months, value, monthly::float8 as paid
      from opportunity where ${open} and monthly is not null
    ) as standing group by single, 1, 2, 3, 4, 5`;
  const [once, recurring] = await Promise.all([atOnce.execute(tx.db), byTheMonth.execute(tx.db)]);
  return [...once.rows, ...recurring.rows].toSorted(byWhatTheyAre);
}

/** Not by how the database came by them, which may be another way the next time: chance is drawn for each in its turn. */
function byWhatTheyAre(a: OpenRow, b: OpenRow): number {
  return (
    a.held - b.held ||
    order(a.nextOn, b.nextOn) ||
    order(a.warmth, b.warmth) ||
    order(a.pace, b.pace) ||
    order(a.months ?? 0, b.months ?? 0) ||
    a.value - b.value
  );
}

const order = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

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

export type OverdueRow = SoldRow & { expectedOn: Day };
export type Overdue = { count: number; amount: number; items: OverdueRow[] };

/** Sold, expected before a day, and nobody said it is paid: all added up, and the oldest of them. */
export async function overdueBefore(tx: Tx, day: Day, most: number): Promise<Overdue> {
  const late = sql`workspace_id = ${tx.workspaceId} and state = 'won' and expected_on < ${day}::date and paid_on is null and monthly is null`;
  const [total, items] = await Promise.all([
    sql<{ count: number; amount: number }>`
      select count(*)::float8 as count, coalesce(sum(value), 0)::float8 as amount from opportunity where ${late}`.execute(
      tx.db,
    ),
    sql<OverdueRow>`
      select ${soldColumns} from ${withNames}
      where (o.workspace_id, o.id) in (select workspace_id, id from opportunity where ${late} order by expected_on, id limit ${most})
      order by o.expected_on, o.id`.execute(tx.db),
  ]);
  return { ...(total.rows[0] ?? { count: 0, amount: 0 }), items: items.rows };
}

/** Sold and paid by the month. */
export async function soldRecurring(tx: Tx): Promise<SoldRow[]> {
  const { rows } = await sql<SoldRow>`
    select ${soldColumns} from ${withNames}
    where o.workspace_id = ${tx.workspaceId} and o.state = 'won' and o.monthly is not null`.execute(tx.db);
  return rows;
}
