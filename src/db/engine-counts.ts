import { type RawBuilder, sql } from 'kysely';
import type { Warmth } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

/** Whose counters: one member's, those of everybody else, or all. */
export type CountsOf =
  | { who: 'member'; id: string }
  | { who: 'colleagues'; id: string; teamId: string | null }
  | { who: 'everybody' };

export type StageCountRow = {
  /** Of a member of the team that was asked for. */
  inTeam: boolean;
  number: number;
  before: Warmth;
  after: Warmth;
  tried: number;
  sold: number;
  refused: number;
};

function only(of: CountsOf, column: string): RawBuilder<boolean> {
  if (of.who === 'everybody') return sql<boolean>`true`;
  const equals = sql.raw(of.who === 'member' ? '=' : '<>');
  return sql<boolean>`${sql.ref(column)} ${equals} ${of.id}::uuid`;
}

/** What the engine learns from: counters less what is pending on `today` (definition 7). Never the history. */
export async function stageCounts(tx: Tx, today: string, of: CountsOf): Promise<StageCountRow[]> {
  const teamId = of.who === 'colleagues' ? of.teamId : null;
  const inTeam =
    teamId === null
      ? sql<boolean>`false`
      : sql<boolean>`member_id in (select id from member where workspace_id = ${tx.workspaceId} and team_id = ${teamId}::uuid)`;
  const { rows } = await sql<StageCountRow>`
    select "inTeam", number, before, after, sum(tried)::float8 as tried, sum(sold)::float8 as sold, sum(refused)::float8 as refused
    from (
      select ${inTeam} as "inTeam", number, warmth_before as before, warmth_after as after, tried, sold, refused from counter_index
      where workspace_id = ${tx.workspaceId} and ${only(of, 'member_id')}
      union all
      select ${inTeam}, number, warmth_before, warmth_after, -count, 0, 0 from counter_pending
      where workspace_id = ${tx.workspaceId} and until_on >= ${today}::date and ${only(of, 'member_id')}
    ) as both_tables group by 1, 2, 3, 4`.execute(tx.db);
  return rows;
}

export type EndedCounts = {
  ended: number;
  /** Index 0 = number 1. */
  salesByNumber: number[];
};

/** Sales by number and how many ended. */
export async function endedCounts(tx: Tx, of: CountsOf): Promise<EndedCounts> {
  const { rows } = await sql<{ kind: string; number: number; count: number }>`
    select kind, number, sum(count)::float8 as count from counter_total
    where workspace_id = ${tx.workspaceId} and kind in ('won', 'own_stop', 'refused') and ${only(of, 'assignee_id')}
    group by 1, 2`.execute(tx.db);
  const sold = rows.filter((row) => row.kind === 'won');
  return {
    ended: rows.reduce((sum, row) => sum + row.count, 0),
    salesByNumber: Array.from({ length: 12 }, (_, i) => sold.find((row) => row.number === i + 1)?.count ?? 0),
  };
}
