import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Some opportunity has a value of its own. */
export async function hasAmounts(tx: Tx): Promise<boolean> {
  const row = await tx.db
    .selectFrom('opportunity')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('value', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What has no value of its own ranks with the workspace's average (definition 13), halved for each moment beyond the twelfth: the
 * formula of core/opportunity/rank-value, for the next `most` opportunities after those that were ranked. Answers whether there are more.
 * The workspace must be locked: whoever else ranks goes on where this ended.
 */
export async function rankUnvaluedOn(tx: Tx, after: string, averageValue: number, most: number): Promise<boolean> {
  const { rows } = await sql<{ last: string | null }>`
    with page as materialized (
      select id, value from opportunity where workspace_id = ${tx.workspaceId} and id > ${after} order by id limit ${most}
    ), ranked as (
      update opportunity o set rank_value = ${averageValue}::float8 * power(0.5, greatest(0, o.held - 12))
      from page where o.workspace_id = ${tx.workspaceId} and o.id = page.id and page.value is null and o.value is null
    ), reached as (
      select id as last from page offset ${most - 1}
    )
    update workspace set ranked_until = (select last from reached) where id = ${tx.workspaceId} returning ranked_until as last`.execute(
    tx.db,
  );
  return rows[0]?.last != null;
}
