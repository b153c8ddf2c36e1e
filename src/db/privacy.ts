import { type Selectable, sql, type Updateable } from 'kysely';
import type { Basis } from '#core/opportunity/vocabulary';
import type { PrivacyTable } from './privacy-tables.ts';
import type { Tx } from './transaction.ts';

export type PrivacyRow = Selectable<PrivacyTable>;

export async function findPrivacy(tx: Tx): Promise<PrivacyRow | undefined> {
  return tx.db.selectFrom('privacy').selectAll().where('workspace_id', '=', tx.workspaceId).executeTakeFirst();
}

/** Made at its first use. */
export async function loadPrivacy(tx: Tx): Promise<PrivacyRow> {
  const present = await findPrivacy(tx);
  if (present) return present;
  await tx.db
    .insertInto('privacy')
    .values({ workspace_id: tx.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await findPrivacy(tx);
  if (!made) throw new Error('the row just made is not there');
  return made;
}

export async function updatePrivacy(tx: Tx, values: Updateable<PrivacyTable>): Promise<void> {
  await tx.db
    .updateTable('privacy')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .execute();
}

/** The key that a list came back with; no change of the settings, which were restored as they were. */
export async function writeSuppressionKey(tx: Tx, key: string): Promise<void> {
  await tx.db.updateTable('privacy').set({ suppression_key: key }).where('workspace_id', '=', tx.workspaceId).execute();
}

/** True for whoever is first with this day: the look at what to clear is taken once, in whichever process. */
export async function takeLook(tx: Tx, on: string, notSince: string): Promise<boolean> {
  const { rows } = await sql`
    update privacy set looked_on = ${on}::date
    where workspace_id = ${tx.workspaceId} and (looked_on is null or looked_on < ${notSince}::date) returning 1`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** How many are known from where, the most first. */
export async function countBases(tx: Tx): Promise<{ basis: Basis; count: number }[]> {
  const { rows } = await sql<{ basis: Basis; count: number }>`
    select basis, count(*)::int as count from person where workspace_id = ${tx.workspaceId} group by basis order by count desc, basis`.execute(
    tx.db,
  );
  return rows;
}

/** For the register. */
export async function countPeople(tx: Tx): Promise<{ persons: number; members: number }> {
  const { rows } = await sql<{ persons: number; members: number }>`
    select (select count(*)::int from person where workspace_id = ${tx.workspaceId}) as persons,
      (select count(*)::int from member where workspace_id = ${tx.workspaceId} and user_id is not null) as members`.execute(
    tx.db,
  );
  return rows[0] ?? { persons: 0, members: 0 };
}
