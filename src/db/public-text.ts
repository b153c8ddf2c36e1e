import { type Insertable, type Selectable, sql } from 'kysely';
import type { PublicTextTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type PublicTextRow = Selectable<PublicTextTable>;
/** Of which text: a lesson by its number, or a tip. */
export type TextOf = { number: number } | { tipId: string };

const ofText = (of: TextOf) =>
  'number' in of ? sql<boolean>`number = ${of.number}` : sql<boolean>`tip_id = ${of.tipId}`;

/** The newest version in each language. */
export async function newestTexts(tx: Tx, of: TextOf): Promise<PublicTextRow[]> {
  return tx.db
    .selectFrom('public_text')
    .selectAll()
    .distinctOn('language')
    .where('workspace_id', '=', tx.workspaceId)
    .where(ofText(of))
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute();
}

/** The newest version of every lesson that was rewritten, in each language. */
export async function newestLessons(tx: Tx): Promise<PublicTextRow[]> {
  return tx.db
    .selectFrom('public_text')
    .selectAll()
    .distinctOn(['number', 'language'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('number', 'is not', null)
    .orderBy('number')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute();
}

/** Newest first. */
export async function versionsOf(
  tx: Tx,
  of: TextOf,
  language: 'nl' | 'en',
): Promise<(PublicTextRow & { member_name: string })[]> {
  return tx.db
    .selectFrom('public_text as t')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.id', '=', 't.member_id'),
    )
    .selectAll('t')
    .select('m.name as member_name')
    .where('t.workspace_id', '=', tx.workspaceId)
    .where(ofText(of))
    .where('t.language', '=', language)
    .orderBy('t.version', 'desc')
    .limit(sql.lit(100))
    .execute();
}

/** False when that version is there already: somebody else wrote it. */
export async function insertText(tx: Tx, row: Omit<Insertable<PublicTextTable>, 'workspace_id'>): Promise<boolean> {
  const made = await tx.db
    .insertInto('public_text')
    .values({ ...row, workspace_id: tx.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}
