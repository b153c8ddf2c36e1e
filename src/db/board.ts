import { sql } from 'kysely';
import { onHoldDay } from '#core/privacy/on-hold';
import type { Tx } from './transaction.ts';

export type BoardBy = 'number' | 'stage';
/** What a column holds: a bucket (held, at most 12) by number; by stage the stored stage, '' where one begins. */
export type ColumnSum = { key: string; count: number; value: number; withoutValue: number };
export type BoardPlace = { on: string; id: string };

/** The heads of all columns, from the counters: as quick at a million as at ten. Null assignee: everybody's. */
export async function boardSums(tx: Tx, by: BoardBy, assigneeId: string | null): Promise<ColumnSum[]> {
  const { rows } = await sql<ColumnSum>`
    select ${by === 'number' ? sql`number::text` : sql`stage`} as key, sum(count)::float8 as count, sum(value)::float8 as value,
      sum(without_value)::float8 as "withoutValue"
    from counter_board
    where workspace_id = ${tx.workspaceId} ${assigneeId ? sql`and assignee_id = ${assigneeId}` : sql``}
    group by 1 having sum(count) > 0`.execute(tx.db);
  return rows;
}

/**
 * The first cards of each column, the earliest next moment first, or those of one column after a place: a short probe of an index a column
 * and assignee, only where the counters say that something stands.
 */
export async function boardCards(
  tx: Tx,
  by: BoardBy,
  assigneeId: string | null,
  limit: number,
  only: { key: string; after: BoardPlace | null } | null,
): Promise<{ key: string; id: string; on: string }[]> {
  const after = only?.after;
  const later = after ? sql`and (o.next_on, o.id) > (${after.on}::date, ${after.id}::uuid)` : sql``;
  const column = by === 'number' ? sql`c.number::text` : sql`c.stage`;
  const probe = (where: ReturnType<typeof sql>) => sql`
    select o.id, o.next_on from opportunity o
    where o.workspace_id = ${tx.workspaceId} and o.assignee_id = w.assignee_id and o.state = 'open' and o.next_on < ${onHoldDay}::date and ${where} ${later}
    order by o.next_on, o.id limit ${limit}`;
  // Where one begins is null in the index: its own probe, as "is not distinct from" would not use it.
  const of =
    by === 'number'
      ? probe(sql`o.bucket = w.key::smallint`)
      : sql`select * from (${probe(sql`w.key <> '' and o.stage = w.key`)}) as placed union all select * from (${probe(sql`w.key = '' and o.stage is null`)}) as begun`;
  const { rows } = await sql<{ key: string; id: string; on: string }>`
    with w as materialized (
      select distinct ${column} as key, c.assignee_id from counter_board c
      where c.workspace_id = ${tx.workspaceId} and c.count > 0 ${assigneeId ? sql`and c.assignee_id = ${assigneeId}` : sql``}
        ${only ? sql`and ${column} = ${only.key}` : sql``}
    )
    select key, id, next_on::text as "on" from (
      select w.key, x.id, x.next_on, row_number() over (partition by w.key order by x.next_on, x.id) as place
      from w cross join lateral (${of}) as x
    ) as ranked where place <= ${limit} order by key, next_on, id`.execute(tx.db);
  return rows;
}

/** What stood in a stage that goes stands elsewhere: rows, as newer versions, and the heads of the columns with them. Null: where one begins. */
export async function moveStage(tx: Tx, from: string, to: string | null): Promise<void> {
  await sql`
    update opportunity set stage = ${to}::text, version = version + 1 where workspace_id = ${tx.workspaceId} and stage = ${from}`.execute(
    tx.db,
  );
  await sql`
    with gone as (
      delete from counter_board where workspace_id = ${tx.workspaceId} and stage = ${from}
      returning workspace_id, assignee_id, number, count, value, without_value
    )
    insert into counter_board as c (workspace_id, assignee_id, number, stage, count, value, without_value)
    select workspace_id, assignee_id, number, ${to ?? ''}, count, value, without_value from gone
    on conflict (workspace_id, assignee_id, number, stage)
    do update set count = c.count + excluded.count, value = c.value + excluded.value, without_value = c.without_value + excluded.without_value`.execute(
    tx.db,
  );
}
