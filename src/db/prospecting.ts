import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { ProspectingFacts } from '#core/prospecting/prospecting';
import type { ProspectingTable } from './counter-tables.ts';
import type { Tx } from './transaction.ts';

export type ProspectingRow = Selectable<ProspectingTable>;

export function toProspectingFacts(row: ProspectingRow): ProspectingFacts {
  return { memberId: row.member_id, minutes: row.minutes, found: row.found, capped: row.capped };
}

const select = (tx: Tx) => tx.db.selectFrom('prospecting').selectAll().where('workspace_id', '=', tx.workspaceId);

/** The running one of a member, and the newest others. */
export async function prospectingOf(tx: Tx, memberId: string, limit: number): Promise<ProspectingRow[]> {
  return select(tx)
    .where('member_id', '=', memberId)
    .orderBy(sql`ended_at is null`, 'desc')
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();
}

export async function runningProspecting(tx: Tx, memberId: string): Promise<ProspectingRow | undefined> {
  return select(tx).where('member_id', '=', memberId).where('ended_at', 'is', null).executeTakeFirst();
}

export async function lockProspecting(tx: Tx, ids: readonly string[]): Promise<ProspectingRow[]> {
  if (ids.length === 0) return [];
  return select(tx).where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** All of the workspace, for verify: some a day a member. */
export async function allProspecting(tx: Tx): Promise<ProspectingRow[]> {
  return select(tx).execute();
}

/** False: this member has one running already. */
export async function insertProspecting(
  tx: Tx,
  row: Omit<Insertable<ProspectingTable>, 'workspace_id'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('prospecting')
    .values({ workspace_id: tx.workspaceId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateProspecting(
  tx: Tx,
  id: string,
  values: Pick<Updateable<ProspectingTable>, 'ended_at' | 'minutes' | 'found' | 'capped'>,
): Promise<void> {
  await tx.db
    .updateTable('prospecting')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteProspecting(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('prospecting').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Puts a stored image back, whether the row was changed or thrown away since. */
export async function restoreProspectingRow(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    insert into prospecting as p select * from jsonb_populate_record(null::prospecting, ${JSON.stringify(image)}::jsonb)
    on conflict (workspace_id, id) do update
    set (started_at, ended_at, minutes, found, capped, version) =
      (excluded.started_at, excluded.ended_at, excluded.minutes, excluded.found, excluded.capped, p.version + 1)`.execute(
    tx.db,
  );
}

const mostMade = 1000;

/** Opportunities that this member made by hand in a stretch of time: what looking for them brought. */
export async function opportunitiesMade(tx: Tx, memberId: string, from: Date, until: Date): Promise<number> {
  // By day first, as opportunities have an index on that; the day of whoever made them lies within one of the clock's.
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from opportunity o
      join event e on e.workspace_id = o.workspace_id and e.opportunity_id = o.id and e.kind = 'created'
      where o.workspace_id = ${tx.workspaceId} and o.created_on >= (${from}::timestamptz - interval '1 day')::date
        and e.member_id = ${memberId} and e.void_at is null and e.created_at between ${from} and ${until}
      limit ${mostMade}
    ) as made`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
