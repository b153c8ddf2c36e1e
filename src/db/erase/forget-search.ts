import { sql } from 'kysely';
import type { Tx } from '../transaction.ts';

/** What these persons were found by, and the words of it that nobody else has. */
export async function forgetSearch(tx: Tx, persons: readonly string[]): Promise<void> {
  await sql`select search_person_forget(${tx.workspaceId}::uuid, ${[...persons]}::uuid[])`.execute(tx.db);
}
