import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** Below this many found, a typing error is forgiven (architecture.md, name search). */
const fewFound = 5;

/** Persons by a part of a word (`folded`: core/import/fold-text); with a typing error only when that finds fewer than five. */
export async function searchPersonIds(
  tx: Tx,
  folded: string,
  most: number,
): Promise<{ ids: string[]; typing: boolean }> {
  if (folded.length < 3) return { ids: await startingWith(tx, folded, most), typing: false };
  const { rows } = await sql<{
    person_id: string;
  }>`select person_id from search_person(${tx.workspaceId}::uuid, ${folded}, ${most})`.execute(tx.db);
  const ids = rows.map((row) => row.person_id);
  if (ids.length >= fewFound) return { ids, typing: false };
  const similar = await sql<{
    person_id: string;
  }>`select person_id from search_person_similar(${tx.workspaceId}::uuid, ${folded}, ${most})`.execute(tx.db);
  const more = similar.rows.map((row) => row.person_id).filter((id) => !ids.includes(id));
  return { ids: [...ids, ...more].slice(0, most), typing: ids.length === 0 && more.length > 0 };
}

/** One or two letters: too short for trigrams; by the start of the name, first or last. */
async function startingWith(tx: Tx, folded: string, most: number): Promise<string[]> {
  const pattern = `${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: string }>`
    (select id from person where workspace_id = ${tx.workspaceId} and name_key like ${pattern} order by name_key limit ${most})
    union
    (select id from person where workspace_id = ${tx.workspaceId} and sort_key >= ${folded} and sort_key < ${`${folded}￿`} order by sort_key limit ${most})
    limit ${most}`.execute(tx.db);
  return rows.map((row) => row.id);
}
