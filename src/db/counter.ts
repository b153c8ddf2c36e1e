import { sql } from 'kysely';
import type { CounterRow } from '#core/counter/contribution';
import { noteCounterChange } from './counter-changes.ts';
import type { Tx } from './transaction.ts';

type Of<T extends CounterRow['table']> = Extract<CounterRow, { table: T }>;
const only = <T extends CounterRow['table']>(rows: readonly CounterRow[], table: T) =>
  rows.filter((row): row is Of<T> => row.table === table);

/**
 * Adds a delta (aggregated, in key order: two transactions never wait crosswise) to the counters; rows that come to nothing are removed,
 * so that equal states have equal tables. One round trip: the statements are pipelined.
 */
export async function addToCounters(tx: Tx, rows: readonly CounterRow[]): Promise<void> {
  const ws = tx.workspaceId;
  // The board is no part of the figures: what is kept of these stays as it is.
  const learned = rows.filter((row) => row.table !== 'board');
  const members = new Set(learned.map((row) => ('memberId' in row ? row.memberId : row.assigneeId)));
  if (members.size > 0) tx.afterCommit(() => noteCounterChange(ws, members));
  const total = only(rows, 'total');
  const day = only(rows, 'day');
  const index = only(rows, 'index');
  const pending = only(rows, 'pending');
  const missed = only(rows, 'missed');
  const minutes = only(rows, 'minutes');
  const prospecting = only(rows, 'prospecting');
  const board = only(rows, 'board');
  const writes: Promise<unknown>[] = [];
  if (total.length > 0) {
    writes.push(
      sql`insert into counter_total as t (workspace_id, assignee_id, source, kind, number, conversations, count, value)
        select ${ws}::uuid, * from unnest(${total.map((r) => r.assigneeId)}::uuid[], ${total.map((r) => r.source)}::text[], ${total.map((r) => r.kind)}::text[],
          ${total.map((r) => r.number)}::int[], ${total.map((r) => r.conversations)}::int[], ${total.map((r) => r.count)}::bigint[], ${total.map((r) => r.value)}::bigint[])
        on conflict (workspace_id, assignee_id, source, kind, number, conversations) do update set count = t.count + excluded.count, value = t.value + excluded.value`.execute(
        tx.kept,
      ),
    );
    if (total.some((r) => r.count < 0))
      writes.push(
        sql`delete from counter_total where workspace_id = ${ws} and count = 0 and value = 0`.execute(tx.kept),
      );
  }
  if (day.length > 0) {
    writes.push(
      sql`insert into counter_day as t (workspace_id, on_day, assignee_id, source, kind, number, conversations, count, value)
        select ${ws}::uuid, * from unnest(${day.map((r) => r.on)}::date[], ${day.map((r) => r.assigneeId)}::uuid[], ${day.map((r) => r.source)}::text[], ${day.map((r) => r.kind)}::text[],
          ${day.map((r) => r.number)}::int[], ${day.map((r) => r.conversations)}::int[], ${day.map((r) => r.count)}::bigint[], ${day.map((r) => r.value)}::bigint[])
        on conflict (workspace_id, on_day, assignee_id, source, kind, number, conversations) do update set count = t.count + excluded.count, value = t.value + excluded.value`.execute(
        tx.kept,
      ),
    );
    const lessened = day.filter((r) => r.count < 0).map((r) => r.on);
    if (lessened.length > 0)
      writes.push(
        sql`delete from counter_day where workspace_id = ${ws} and on_day = any(${lessened}::date[]) and count = 0 and value = 0`.execute(
          tx.kept,
        ),
      );
  }
  if (index.length > 0) {
    writes.push(
      sql`insert into counter_index as t (workspace_id, member_id, number, warmth_before, warmth_after, tried, sold, refused)
        select ${ws}::uuid, * from unnest(${index.map((r) => r.memberId)}::uuid[], ${index.map((r) => r.number)}::int[], ${index.map((r) => r.before)}::text[], ${index.map((r) => r.after)}::text[],
          ${index.map((r) => r.tried)}::bigint[], ${index.map((r) => r.sold)}::bigint[], ${index.map((r) => r.refused)}::bigint[])
        on conflict (workspace_id, member_id, number, warmth_before, warmth_after)
        do update set tried = t.tried + excluded.tried, sold = t.sold + excluded.sold, refused = t.refused + excluded.refused`.execute(
        tx.kept,
      ),
    );
    if (index.some((r) => r.tried < 0))
      writes.push(
        sql`delete from counter_index where workspace_id = ${ws} and tried = 0 and sold = 0 and refused = 0`.execute(
          tx.kept,
        ),
      );
  }
  if (pending.length > 0) {
    writes.push(
      sql`insert into counter_pending as t (workspace_id, until_on, member_id, number, warmth_before, warmth_after, count)
        select ${ws}::uuid, * from unnest(${pending.map((r) => r.until)}::date[], ${pending.map((r) => r.memberId)}::uuid[], ${pending.map((r) => r.number)}::int[],
          ${pending.map((r) => r.before)}::text[], ${pending.map((r) => r.after)}::text[], ${pending.map((r) => r.count)}::bigint[])
        on conflict (workspace_id, until_on, member_id, number, warmth_before, warmth_after) do update set count = t.count + excluded.count`.execute(
        tx.kept,
      ),
    );
    const lessened = pending.filter((r) => r.count < 0).map((r) => r.until);
    if (lessened.length > 0)
      writes.push(
        sql`delete from counter_pending where workspace_id = ${ws} and until_on = any(${lessened}::date[]) and count = 0`.execute(
          tx.kept,
        ),
      );
  }
  if (missed.length > 0) {
    writes.push(
      sql`insert into counter_missed as t (workspace_id, assignee_id, held, warmth, count, value, without_value)
        select ${ws}::uuid, * from unnest(${missed.map((r) => r.assigneeId)}::uuid[], ${missed.map((r) => r.held)}::int[], ${missed.map((r) => r.warmth)}::text[],
          ${missed.map((r) => r.count)}::bigint[], ${missed.map((r) => r.value)}::bigint[], ${missed.map((r) => r.withoutValue)}::bigint[])
        on conflict (workspace_id, assignee_id, held, warmth)
        do update set count = t.count + excluded.count, value = t.value + excluded.value, without_value = t.without_value + excluded.without_value`.execute(
        tx.kept,
      ),
    );
    if (missed.some((r) => r.count < 0))
      writes.push(
        sql`delete from counter_missed where workspace_id = ${ws} and count = 0 and value = 0 and without_value = 0`.execute(
          tx.kept,
        ),
      );
  }
  if (board.length > 0) {
    writes.push(
      sql`insert into counter_board as t (workspace_id, assignee_id, number, stage, count, value, without_value)
        select ${ws}::uuid, * from unnest(${board.map((r) => r.assigneeId)}::uuid[], ${board.map((r) => r.number)}::int[], ${board.map((r) => r.stage)}::text[],
          ${board.map((r) => r.count)}::bigint[], ${board.map((r) => r.value)}::bigint[], ${board.map((r) => r.withoutValue)}::bigint[])
        on conflict (workspace_id, assignee_id, number, stage)
        do update set count = t.count + excluded.count, value = t.value + excluded.value, without_value = t.without_value + excluded.without_value`.execute(
        tx.kept,
      ),
    );
    const lessened = board.filter((r) => r.count < 0);
    if (lessened.length > 0)
      writes.push(
        sql`delete from counter_board t using unnest(${lessened.map((r) => r.assigneeId)}::uuid[], ${lessened.map((r) => r.number)}::int[],
            ${lessened.map((r) => r.stage)}::text[]) as x (assignee_id, number, stage)
          where t.workspace_id = ${ws} and t.assignee_id = x.assignee_id and t.number = x.number and t.stage = x.stage
            and t.count = 0 and t.value = 0 and t.without_value = 0`.execute(tx.kept),
      );
  }
  if (minutes.length > 0) {
    writes.push(
      sql`insert into counter_minutes as t (workspace_id, member_id, channel, count, minutes)
        select ${ws}::uuid, * from unnest(${minutes.map((r) => r.memberId)}::uuid[], ${minutes.map((r) => r.channel)}::text[],
          ${minutes.map((r) => r.count)}::bigint[], ${minutes.map((r) => r.minutes)}::bigint[])
        on conflict (workspace_id, member_id, channel) do update set count = t.count + excluded.count, minutes = t.minutes + excluded.minutes`.execute(
        tx.kept,
      ),
    );
    if (minutes.some((r) => r.count < 0))
      writes.push(
        sql`delete from counter_minutes where workspace_id = ${ws} and count = 0 and minutes = 0`.execute(tx.kept),
      );
  }
  if (prospecting.length > 0) {
    writes.push(
      sql`insert into counter_prospecting as t (workspace_id, member_id, count, minutes, found)
        select ${ws}::uuid, * from unnest(${prospecting.map((r) => r.memberId)}::uuid[], ${prospecting.map((r) => r.count)}::bigint[],
          ${prospecting.map((r) => r.minutes)}::bigint[], ${prospecting.map((r) => r.found)}::bigint[])
        on conflict (workspace_id, member_id)
        do update set count = t.count + excluded.count, minutes = t.minutes + excluded.minutes, found = t.found + excluded.found`.execute(
        tx.kept,
      ),
    );
    if (prospecting.some((r) => r.count < 0))
      writes.push(
        sql`delete from counter_prospecting where workspace_id = ${ws} and count = 0 and minutes = 0 and found = 0`.execute(
          tx.kept,
        ),
      );
  }
  await Promise.all(writes);
}
