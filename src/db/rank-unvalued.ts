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
 * formula of core/opportunity/rank-value, for all at once.
 */
export async function rankUnvaluedAnew(tx: Tx, averageValue: number): Promise<void> {
  await tx.db
    .updateTable('opportunity')
    .set({ rank_value: sql<number>`${averageValue}::float8 * power(0.5, greatest(0, held - 12))` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('value', 'is', null)
    .execute();
}
