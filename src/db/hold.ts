import { sql } from 'kysely';
import type { Held } from './privacy-tables.ts';
import type { Tx } from './transaction.ts';

/** What was planned before a restriction, by the id of the opportunity (or person). What is kept already stays: it is the older plan. */
export async function keepHeld(tx: Tx, rows: readonly { id: string; personId: string; before: Held }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('hold')
    .values(
      rows.map((row) => ({
        workspace_id: tx.workspaceId,
        id: row.id,
        person_id: row.personId,
        before: JSON.stringify(row.before),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes them out. */
export async function takeHeld(tx: Tx, personId: string): Promise<Map<string, Held>> {
  const { rows } = await sql<{ id: string; before: Held }>`
    delete from hold where workspace_id = ${tx.workspaceId} and person_id = ${personId} returning id, before`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.before]));
}
