import { sql } from 'kysely';
import type { Warmth } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

export type StageCountRow = {
  number: number;
  before: Warmth;
  after: Warmth;
  tried: number;
  sold: number;
  refused: number;
};

/** What the engine learns from, pooled over the workspace: counters less what is pending on `today` (definition 7). Never the history. */
export async function stageCounts(tx: Tx, today: string): Promise<StageCountRow[]> {
  const { rows } = await sql<StageCountRow>`
    select number, warmth_before as before, warmth_after as after, sum(tried)::float8 as tried, sum(sold)::float8 as sold, sum(refused)::float8 as refused
    from (
      select number, warmth_before, warmth_after, tried, sold, refused from counter_index where workspace_id = ${tx.workspaceId}
      union all
      select number, warmth_before, warmth_after, -count, 0, 0 from counter_pending where workspace_id = ${tx.workspaceId} and until_on >= ${today}::date
    ) as both_tables group by 1, 2, 3`.execute(tx.db);
  return rows;
}

/** Sales by number and how many ended, of the whole workspace. */
export async function endedCounts(tx: Tx): Promise<{ ended: number; sales: { number: number; count: number }[] }> {
  const { rows } = await sql<{ kind: string; number: number; count: number }>`
    select kind, number, sum(count)::float8 as count from counter_total
    where workspace_id = ${tx.workspaceId} and kind in ('won', 'own_stop', 'refused') group by 1, 2`.execute(tx.db);
  return {
    ended: rows.reduce((sum, row) => sum + row.count, 0),
    sales: rows.filter((row) => row.kind === 'won' && row.number > 0).map(({ number, count }) => ({ number, count })),
  };
}
