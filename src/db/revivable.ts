import { sql } from 'kysely';
import { warmths } from '#core/opportunity/vocabulary';
import type { GainTable } from '#core/persistence/gain-table';
import type { Ranked } from './due.ts';
import type { Tx } from './transaction.ts';

/** Where the last page ended: a value per minute and an id. */
export type RankCursor = { perMinute: number; id: string } | null;

/**
 * Those let go without a no, best first: one short probe per row of gain on the covering index, as for Today. Page by page on
 * (perMinute, id); a probe goes on from where its own class stood.
 */
export async function bestRevivable(
  tx: Tx,
  memberId: string,
  table: GainTable,
  limit: number,
  after: RankCursor,
): Promise<Ranked[]> {
  const g = table.gain
    .flatMap((row, bucket) => warmths.map((warmth) => ({ bucket, warmth, gain: row[warmth] })))
    .filter((row) => row.gain > 0);
  const from = after
    ? sql`and (o.rank_value * g.gain, o.id) < (${after.perMinute}::float8, ${after.id}::uuid) and o.rank_value <= ${after.perMinute}::float8 / g.gain * 1.0000001`
    : sql``;
  const [, { rows }] = await Promise.all([
    sql`set local enable_sort = off`.execute(tx.db),
    sql<Ranked>`
      select x.id, g.bucket as held, x.rank_value * g.gain as "perMinute"
      from unnest(${g.map((r) => r.bucket)}::smallint[], ${g.map((r) => r.warmth)}::text[], ${g.map((r) => r.gain)}::float8[]) as g (bucket, warmth, gain)
      cross join lateral (
        select o.id, o.rank_value from opportunity o
        where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'stopped' and o.stop_kind = 'own_stop' and not o.objected
          and o.bucket = g.bucket and o.warmth = g.warmth ${from}
        order by o.rank_value desc, o.id desc limit ${limit}
      ) as x
      order by 3 desc, x.id desc limit ${limit}`.execute(tx.db),
    sql`set local enable_sort = on`.execute(tx.db),
  ]);
  return rows;
}

/** The same of one imported list, in one page, by the index on the import: a list is small beside all that was ever let go. */
export async function bestOfImport(
  tx: Tx,
  memberId: string,
  importId: string,
  table: GainTable,
  limit: number,
): Promise<Ranked[]> {
  const g = table.gain.flatMap((row, bucket) => warmths.map((warmth) => ({ bucket, warmth, gain: row[warmth] })));
  const { rows } = await sql<Ranked>`
    select o.id, o.bucket as held, o.rank_value * g.gain as "perMinute"
    from opportunity o
    join unnest(${g.map((r) => r.bucket)}::smallint[], ${g.map((r) => r.warmth)}::text[], ${g.map((r) => r.gain)}::float8[]) as g (bucket, warmth, gain)
      on o.bucket = g.bucket and o.warmth = g.warmth
    where o.workspace_id = ${tx.workspaceId} and o.import_id = ${importId}::uuid and o.assignee_id = ${memberId}
      and o.state = 'stopped' and o.stop_kind = 'own_stop' and not o.objected and g.gain > 0
    order by 3 desc, o.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** Of one imported list: those let go by us who may be picked up again, and those that said no (mirror.ts, letGoCounts). */
export async function letGoOfImport(
  tx: Tx,
  memberId: string,
  importId: string,
): Promise<{ ownStops: number; refused: number }> {
  const { rows } = await sql<{ ownStops: number; refused: number }>`
    select count(*) filter (where stop_kind = 'own_stop' and not objected)::int as "ownStops", count(*) filter (where stop_kind = 'refused')::int as refused
    from opportunity
    where workspace_id = ${tx.workspaceId} and import_id = ${importId}::uuid and assignee_id = ${memberId} and state = 'stopped'`.execute(
    tx.db,
  );
  return rows[0] ?? { ownStops: 0, refused: 0 };
}

/** Open with a next moment more than 60 days past, longest first: in Revive, shown apart (definition 5). */
export async function letLie(tx: Tx, memberId: string, before: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from opportunity where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on < ${before}::date order by next_on limit ${limit}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** Minutes planned a day from a day on, by the next channel's minutes: what spreading has to leave room for. */
export async function plannedByDay(
  tx: Tx,
  memberId: string,
  from: string,
  until: string,
): Promise<{ on: string; channel: string; count: number }[]> {
  const { rows } = await sql<{ on: string; channel: string; count: number }>`
    select next_on as "on", next_channel as channel, count(*)::int as count from opportunity
    where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on >= ${from}::date and next_on <= ${until}::date group by 1, 2`.execute(
    tx.db,
  );
  return rows;
}
