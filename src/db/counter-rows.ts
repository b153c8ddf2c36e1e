import { sql } from 'kysely';
import type { CounterRow } from '#core/counter/contribution';
import type { Tx } from './transaction.ts';

/** Every row of the eight counter tables of the workspace: some thousands, however many opportunities there are (0006). */
export async function counterRows(tx: Tx): Promise<CounterRow[]> {
  const read = async <T extends CounterRow>(table: T['table'], columns: string): Promise<CounterRow[]> => {
    const { rows } = await sql<T>`
      select ${table}::text as "table", ${sql.raw(columns)} from ${sql.table(`counter_${table}`)}
      where workspace_id = ${tx.workspaceId}`.execute(tx.db);
    return rows;
  };
  const ended = 'assignee_id as "assigneeId", source, kind, number, conversations, count, value';
  const stage = 'member_id as "memberId", number, warmth_before as before, warmth_after as after';
  const all = await Promise.all([
    read('total', ended),
    read('day', `on_day as "on", ${ended}`),
    read('index', `${stage}, tried, sold, refused`),
    read('pending', `until_on as until, ${stage}, count`),
    read('minutes', 'member_id as "memberId", channel, count, minutes'),
    read('prospecting', 'member_id as "memberId", count, minutes, found'),
    read('board', 'assignee_id as "assigneeId", number, stage, count, value, without_value as "withoutValue"'),
    read('missed', 'assignee_id as "assigneeId", held, warmth, count, value, without_value as "withoutValue"'),
  ]);
  return all.flat();
}
