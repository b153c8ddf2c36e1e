import { sql } from 'kysely';
import type { Databases } from './connect.ts';
import type { Tx } from './transaction.ts';

/** In this transaction what is new is not taken in by search at once (0034-words-follow.sql). */
export async function leaveWordsForLater(tx: Tx): Promise<void> {
  await sql`set local app.words = 'later'`.execute(tx.db);
}

/** The imports whose words are still due, of all workspaces, with their last sign of life. */
export async function importsWithWordsDue(
  { app }: Pick<Databases, 'app'>,
  most: number,
): Promise<{ workspaceId: string; importId: string; beatAt: Date | null }[]> {
  const { rows } = await app.query<{ workspace_id: string; id: string; beat_at: Date | null }>(
    'select workspace_id, id, beat_at from imports_with_words_due($1)',
    [most],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, importId: row.id, beatAt: row.beat_at }));
}

/** Whether this import stands, with its words due; it is not undone while this transaction lives. */
export async function lockDueWords(tx: Tx, importId: string): Promise<boolean> {
  const { rows } = await sql`
    select from import where workspace_id = ${tx.workspaceId} and id = ${importId} and status = 'committed' and words_due for share`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export type MadeByImport = 'person' | 'organisation' | 'opportunity';

/** Ids of what an import made. */
export async function madeByImport(tx: Tx, table: MadeByImport, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where workspace_id = ${tx.workspaceId} and import_id = ${importId}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** The words of these organisations, or of what happened to these opportunities, as they are now. */
export async function followTexts(tx: Tx, kind: 'event' | 'organisation', ids: readonly string[]): Promise<void> {
  await sql`select text_search_follow(${kind}, ${ids}::uuid[])`.execute(tx.db);
}
