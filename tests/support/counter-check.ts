import { sql } from 'kysely';
import { type CounterRow, contributions } from '#core/counter/contribution';
import { aggregate, keyOf } from '#core/counter/counter-delta';
import { momentsOf, toMomentFacts } from '#db/moment';
import { toFacts } from '#db/opportunity';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '#usecases/context';

/** All five counter tables of a workspace as rows of core, in key order. */
export async function countersOf(tx: Tx): Promise<CounterRow[]> {
  const rows: CounterRow[] = [];
  const ws = tx.workspaceId;
  for (const r of await tx.db.selectFrom('counter_total').selectAll().where('workspace_id', '=', ws).execute()) {
    rows.push({
      table: 'total',
      assigneeId: r.assignee_id,
      source: r.source,
      kind: r.kind,
      number: r.number,
      conversations: r.conversations,
      count: r.count,
      value: r.value,
    });
  }
  for (const r of await tx.db.selectFrom('counter_day').selectAll().where('workspace_id', '=', ws).execute()) {
    rows.push({
      table: 'day',
      on: r.on_day,
      assigneeId: r.assignee_id,
      source: r.source,
      kind: r.kind,
      number: r.number,
      conversations: r.conversations,
      count: r.count,
      value: r.value,
    });
  }
  for (const r of await tx.db.selectFrom('counter_index').selectAll().where('workspace_id', '=', ws).execute()) {
    rows.push({
      table: 'index',
      memberId: r.member_id,
      number: r.number,
      before: r.warmth_before,
      after: r.warmth_after,
      tried: r.tried,
      sold: r.sold,
      refused: r.refused,
    });
  }
  for (const r of await tx.db.selectFrom('counter_pending').selectAll().where('workspace_id', '=', ws).execute()) {
    rows.push({
      table: 'pending',
      until: r.until_on,
      memberId: r.member_id,
      number: r.number,
      before: r.warmth_before,
      after: r.warmth_after,
      count: r.count,
    });
  }
  for (const r of await tx.db.selectFrom('counter_missed').selectAll().where('workspace_id', '=', ws).execute()) {
    rows.push({
      table: 'missed',
      assigneeId: r.assignee_id,
      held: r.held,
      warmth: r.warmth,
      count: r.count,
      value: r.value,
      withoutValue: r.without_value,
    });
  }
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What the counters should be: the sum of what every opportunity contributes. */
export async function recounted(tx: Tx): Promise<CounterRow[]> {
  const all: CounterRow[] = [];
  for (const row of await tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .execute()) {
    all.push(...contributions(toFacts(row), (await momentsOf(tx, row.id)).map(toMomentFacts)));
  }
  return aggregate(all);
}

/** Numbers that do not run 1..held, and open opportunities without a next moment or the reverse: none, ever. */
export async function brokenRules(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`
    select o.id, o.state, o.held, o.opening_held, o.next_on, n.numbers from opportunity o
    left join lateral (select array_agg(number order by number) as numbers, count(*) as n from moment m
      where m.workspace_id = o.workspace_id and m.opportunity_id = o.id and m.void_at is null and m.number is not null) as n on true
    where o.workspace_id = ${tx.workspaceId} and ((o.state = 'open') <> (o.next_on is not null and o.next_channel is not null)
      or o.held <> o.opening_held + n.n
      or n.numbers is distinct from (case when n.n = 0 then null else (select array_agg(g) from generate_series(o.opening_held + 1, o.held) as g) end))`.execute(
    tx.db,
  );
  return rows;
}

export async function inside<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inWorkspace(context.databases, context.actor.workspaceId, work);
}

/** What does not hold in a workspace: broken rules, and counters that its history does not give. None, ever. */
export async function unsound(context: Context): Promise<unknown[]> {
  return inside(context, async (tx) => {
    const [kept, again] = [await countersOf(tx), await recounted(tx)];
    const text = (rows: readonly CounterRow[]) => rows.map((row) => JSON.stringify(row));
    const [present, wanted] = [new Set(text(kept)), new Set(text(again))];
    return [
      ...(await brokenRules(tx)),
      ...[...present].filter((row) => !wanted.has(row)).map((row) => `kept ${row}`),
      ...[...wanted].filter((row) => !present.has(row)).map((row) => `wanted ${row}`),
    ];
  });
}
