import { sql } from 'kysely';
import type { PersonRow } from './person.ts';
import type { Tx } from './transaction.ts';

const ofImport = (importId: string | null) => (importId === null ? sql`true` : sql`import_id = ${importId}::uuid`);

/** Of whom nobody said where they are known from; of one import, or all. Not who is restricted: nothing is decided about them. */
export async function countUnverified(tx: Tx, importId: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person where workspace_id = ${tx.workspaceId} and basis = 'unverified' and restricted_on is null and ${ofImport(importId)}`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

/** The first of them, by id. */
export async function unverifiedPersons(tx: Tx, importId: string | null, limit: number): Promise<PersonRow[]> {
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('basis', '=', 'unverified')
    .where('restricted_on', 'is', null)
    .where(sql<boolean>`${ofImport(importId)}`)
    .orderBy('id')
    .limit(limit)
    .execute();
}
