import { sql } from 'kysely';
import type { Warmth } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

/** Whose: the member's own, the rest of the member's team, and the rest of the workspace. */
export type CountGroup = 'own' | 'team' | 'others';

export type StageCountRow = {
  whose: CountGroup;
  number: number;
  before: Warmth;
  after: Warmth;
  tried: number;
  sold: number;
  refused: number;
};

/** Null: the whole workspace as one. */
export type CountsFor = { id: string; teamId: string | null } | null;

function groupOf(member: CountsFor) {
  if (member === null) return sql<CountGroup>`'own'`;
  const who = sql.ref('member_id');
  return member.teamId === null
    ? sql<CountGroup>`case when ${who} = ${member.id}::uuid then 'own' else 'others' end`
    : sql<CountGroup>`case when ${who} = ${member.id}::uuid then 'own' when ${who} in (select id from teammates) then 'team' else 'others' end`;
}

const teammates = (tx: Tx, member: CountsFor) =>
  sql`select id from member where workspace_id = ${tx.workspaceId} and team_id = ${member?.teamId ?? null}::uuid`;

/** What the engine learns from: counters less what is pending on `today` (definition 7), in groups, each contact in one. Never the history. */
export async function stageCounts(tx: Tx, today: string, member: CountsFor): Promise<StageCountRow[]> {
  const { rows } = await sql<StageCountRow>`
    with teammates as materialized (${teammates(tx, member)})
    select ${groupOf(member)} as whose, number, warmth_before as before, warmth_after as after,
      sum(tried)::float8 as tried, sum(sold)::float8 as sold, sum(refused)::float8 as refused
    from (
      select member_id, number, warmth_before, warmth_after, tried, sold, refused from counter_index where workspace_id = ${tx.workspaceId}
      union all
      select member_id, number, warmth_before, warmth_after, -count, 0, 0 from counter_pending where workspace_id = ${tx.workspaceId} and until_on >= ${today}::date
    ) as both_tables group by 1, 2, 3, 4`.execute(tx.db);
  return rows;
}

export type EndedCounts = { ended: number; sales: { number: number; count: number }[] };

/** Sales by number and how many ended: the member's own, and of the whole workspace. */
export async function endedCounts(tx: Tx, member: CountsFor): Promise<{ own: EndedCounts; all: EndedCounts }> {
  const own = member === null ? sql<boolean>`true` : sql<boolean>`assignee_id = ${member.id}::uuid`;
  const { rows } = await sql<{ kind: string; number: number; own: boolean; count: number }>`
    select kind, number, ${own} as own, sum(count)::float8 as count from counter_total
    where workspace_id = ${tx.workspaceId} and kind in ('won', 'own_stop', 'refused') group by 1, 2, 3`.execute(tx.db);
  const sums = (some: typeof rows): EndedCounts => {
    const sales = new Map<number, number>();
    for (const row of some)
      if (row.kind === 'won' && row.number > 0) sales.set(row.number, (sales.get(row.number) ?? 0) + row.count);
    return {
      ended: some.reduce((sum, row) => sum + row.count, 0),
      sales: [...sales].map(([number, count]) => ({ number, count })),
    };
  };
  return { own: sums(rows.filter((row) => row.own)), all: sums(rows) };
}
