import { type Selectable, sql } from 'kysely';
import type { LessonProgressTable, LetGoName } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type LessonProgressRow = Selectable<LessonProgressTable>;

export async function progressOf(tx: Tx, subscriberId: string): Promise<LessonProgressRow[]> {
  return tx.db
    .selectFrom('lesson_progress')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('subscriber_id', '=', subscriberId)
    .orderBy('number')
    .execute();
}

/** The same lesson to the same subscriber is noted once. */
export async function noteLessonSent(
  tx: Tx,
  row: { id: string; subscriberId: string; number: number; at: Date },
): Promise<boolean> {
  const found = await tx.db
    .insertInto('lesson_progress')
    .values({
      workspace_id: tx.workspaceId,
      id: row.id,
      subscriber_id: row.subscriberId,
      number: row.number,
      sent_at: row.at,
      done_at: null,
      names: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'subscriber_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return found !== undefined;
}

/** False when that lesson was not sent to them. The first time counts. */
export async function noteLessonDone(tx: Tx, subscriberId: string, number: number, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update lesson_progress set done_at = coalesce(done_at, ${at})
    where workspace_id = ${tx.workspaceId} and subscriber_id = ${subscriberId} and number = ${number} returning id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export async function keepNames(tx: Tx, subscriberId: string, names: readonly LetGoName[]): Promise<void> {
  await tx.db
    .updateTable('lesson_progress')
    .set({ names: names.length === 0 ? null : JSON.stringify(names) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('subscriber_id', '=', subscriberId)
    .where('number', '=', 1)
    .execute();
}

export type LessonFigures = { number: number; sent: number; done: number; sold: number };

/**
 * Of each lesson: to how many it went, how many said "done", and of how many it was the last one before they bought (the day of the sale
 * against the days of sending). No pixel tells anything.
 */
export async function lessonFigures(tx: Tx): Promise<LessonFigures[]> {
  const { rows } = await sql<LessonFigures>`
    select n.number::int as number, count(l.id)::int as sent, count(l.done_at)::int as done,
      (select count(*)::int from subscriber s
       join lateral (select min(o.ended_on) as on from opportunity o
         where o.workspace_id = s.workspace_id and o.person_id = s.person_id and o.state = 'won' and o.ended_on >= (s.confirmed_at at time zone 'UTC')::date) sale on sale.on is not null
       where s.workspace_id = ${tx.workspaceId}
         and n.number = (select max(b.number) from lesson_progress b
           where b.workspace_id = s.workspace_id and b.subscriber_id = s.id and (b.sent_at at time zone 'UTC')::date <= sale.on)) as sold
    from generate_series(1, 12) as n (number)
    left join lesson_progress l on l.workspace_id = ${tx.workspaceId} and l.number = n.number
    group by n.number order by n.number`.execute(tx.db);
  return rows;
}
