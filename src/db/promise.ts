import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { PromiseTable } from './tables.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type PromiseRow = Selectable<PromiseTable> & { member_name: string };

function selectPromises(tx: Tx) {
  return tx.db
    .selectFrom('promise as r')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.id', '=', 'r.member_id'),
    )
    .selectAll('r')
    .select('m.name as member_name')
    .where('r.workspace_id', '=', tx.workspaceId);
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  return selectPromises(tx).where('r.id', '=', id).executeTakeFirst();
}

/** Open ones first by day, then the newest of the rest. */
export function promisesOfPerson(tx: Tx, personId: string): Promise<PromiseRow[]> {
  return ofPerson(tx, { personId });
}

const ofPerson = prepared((tx, { personId }: { personId: string }) =>
  selectPromises(tx)
    .where('r.person_id', '=', personId)
    .orderBy(sql`r.state <> 'open'`)
    .orderBy('r.due_on')
    .limit(sql.lit(200)),
);

/**
 * What this member promised, and behind it what was promised to them, due on or before a day. Not of who objected: Today speaks of nobody who
 * wants no contact; it stays on their page, to be kept there.
 */
export function promisesDue(tx: Tx, memberId: string, on: string, limit: number): Promise<PromiseRow[]> {
  return due(tx, { memberId, on, limit });
}

const due = prepared((tx, { memberId, on, limit }: { memberId: string; on: string; limit: number }) =>
  selectPromises(tx)
    .where('r.member_id', '=', memberId)
    // Written out: as a parameter it would keep a kept plan from the index of open ones.
    .where(sql<boolean>`r.state = 'open'`)
    .where(sql<boolean>`r.due_on <= ${on}::date`)
    // Of a restricted person nothing is used, a promise neither; one probe of the key for each that is due.
    .where(
      sql<boolean>`(select coalesce(p.objected_on, p.restricted_on) from person p where p.workspace_id = r.workspace_id and p.id = r.person_id) is null`,
    )
    .orderBy(sql`r.promised_by = 'them'`)
    .orderBy('r.due_on')
    .limit(limit),
);

export async function insertPromise(tx: Tx, row: Omit<Insertable<PromiseTable>, 'workspace_id'>): Promise<void> {
  await tx.db
    .insertInto('promise')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

export async function updatePromise(tx: Tx, id: string, values: Updateable<PromiseTable>): Promise<void> {
  await tx.db
    .updateTable('promise')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deletePromises(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('promise').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Locked in id order, against deadlocks. */
export async function lockPromises(tx: Tx, ids: readonly string[]): Promise<{ id: string; version: number }[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('promise')
    .select(['id', 'version'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Puts a stored image back, also of one that was removed. The version goes on. */
export async function restorePromiseRow(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    insert into promise (workspace_id, id, person_id, opportunity_id, member_id, promised_by, text, due_on, state, moved, settled_on, version, created_at)
    select ${tx.workspaceId}::uuid, i.id, i.person_id, i.opportunity_id, i.member_id, i.promised_by, i.text, i.due_on, i.state, coalesce(i.moved, 0), i.settled_on,
      i.version + 2, i.created_at from jsonb_populate_record(null::promise, ${JSON.stringify(image)}::jsonb) as i
    on conflict (workspace_id, id) do update set text = excluded.text, due_on = excluded.due_on, state = excluded.state, moved = excluded.moved,
      settled_on = excluded.settled_on, version = promise.version + 1`.execute(tx.db);
}
