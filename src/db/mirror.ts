import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type EndedRow = {
  kind: 'won' | 'own_stop' | 'refused' | 'revived' | 'revived_won';
  number: number;
  count: number;
  value: number;
};
export type MirrorFilter = {
  assigneeIds: readonly string[] | null;
  source: string | null;
  from: string | null;
  to: string | null;
  by: 'contact' | 'conversation';
};

/** Ended opportunities by kind and number, from the counters: all time from the totals, a period from the days. */
export async function endedByNumber(tx: Tx, filter: MirrorFilter): Promise<EndedRow[]> {
  const number = filter.by === 'contact' ? sql`number` : sql`case when number = 0 then 0 else conversations end`;
  const whose = filter.assigneeIds ? sql`and assignee_id = any(${filter.assigneeIds}::uuid[])` : sql``;
  const source = filter.source === null ? sql`` : sql`and source = ${filter.source}`;
  const period = filter.from !== null || filter.to !== null;
  const table = period ? sql`counter_day` : sql`counter_total`;
  const days = period
    ? sql`and on_day >= ${filter.from ?? '0001-01-01'}::date and on_day <= ${filter.to ?? '9999-12-31'}::date`
    : sql``;
  const { rows } = await sql<EndedRow>`
    select kind, ${number} as number, sum(count)::float8 as count, sum(value)::float8 as value from ${table}
    where workspace_id = ${tx.workspaceId} ${whose} ${source} ${days} group by 1, 2 having sum(count) <> 0`.execute(
    tx.db,
  );
  return rows;
}

/** The sources that ended opportunities have, most first. */
export async function endedSources(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    select source from counter_total where workspace_id = ${tx.workspaceId} and source <> '' group by 1 order by sum(count) desc, 1 limit 50`.execute(
    tx.db,
  );
  return rows.map((row) => row.source);
}

const letLieMost = 10_000;

/** Open, with a next moment more than 60 days past (definition 5); counted up to 10,000. */
export async function countLetLie(tx: Tx, memberId: string | null, before: string): Promise<number> {
  const whose = memberId ? sql`and assignee_id = ${memberId}` : sql``;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from opportunity where workspace_id = ${tx.workspaceId} ${whose} and state = 'open' and next_on < ${before}::date limit ${letLieMost}) as x`.execute(
    tx.db,
  );
  return rows[0]?.n ?? 0;
}

export type MissedRow = {
  held: number;
  warmth: 'unknown' | 'silent' | 'spoke' | 'interested';
  count: number;
  value: number;
  withoutValue: number;
};

export async function missedByHeld(tx: Tx, assigneeId: string): Promise<MissedRow[]> {
  const { rows } = await sql<MissedRow>`
    select held, warmth, sum(count)::float8 as count, sum(value)::float8 as value, sum(without_value)::float8 as "withoutValue"
    from counter_missed where workspace_id = ${tx.workspaceId} and assignee_id = ${assigneeId} group by 1, 2 having sum(count) > 0`.execute(
    tx.db,
  );
  return rows;
}

/**
 * Whom one let go: those whom one may still pick up, as Revive lists them (the counter is of what is theirs now, without who objected), and
 * those that said no. Who stopped because they wanted no contact is in neither: not let go by us, and not to be picked up.
 */
export async function letGoCounts(tx: Tx, assigneeId: string): Promise<{ ownStops: number; refused: number }> {
  const { rows } = await sql<{ ownStops: number; refused: number }>`
    select coalesce((select sum(count) from counter_missed where workspace_id = ${tx.workspaceId} and assignee_id = ${assigneeId}), 0)::float8 as "ownStops",
      coalesce((select sum(count) from counter_total where workspace_id = ${tx.workspaceId} and assignee_id = ${assigneeId} and kind = 'refused'), 0)::float8 as refused`.execute(
    tx.db,
  );
  return rows[0] ?? { ownStops: 0, refused: 0 };
}
