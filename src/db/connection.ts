import { type Insertable, type Selectable, sql } from 'kysely';
import type { ConnectionTable } from './relationship-tables.ts';
import type { Tx } from './transaction.ts';

export type ConnectionRow = Selectable<ConnectionTable>;
export type ConnectionView = ConnectionRow & { person_name: string; other_name: string };

/** Everybody that a person brought, was brought by, or knows. */
export async function connectionsOf(tx: Tx, personId: string): Promise<ConnectionView[]> {
  const { rows } = await sql<ConnectionView>`
    select c.*, p.name as person_name, o.name as other_name
    from (
      select * from connection where workspace_id = ${tx.workspaceId} and person_id = ${personId}
      union all
      select * from connection where workspace_id = ${tx.workspaceId} and other_id = ${personId}
    ) as c
    join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
    join person o on o.workspace_id = c.workspace_id and o.id = c.other_id
    order by c.kind, c.created_at, c.id limit 200`.execute(tx.db);
  return rows;
}

export async function findConnection(tx: Tx, id: string): Promise<ConnectionRow | undefined> {
  return tx.db
    .selectFrom('connection')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether it is there already, or somebody else brought them. */
export async function insertConnection(
  tx: Tx,
  row: Omit<Insertable<ConnectionTable>, 'workspace_id'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('connection')
    .values({ workspace_id: tx.workspaceId, ...row })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteConnections(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('connection').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}

/** Puts stored rows back, of people who are both still there. */
export async function restoreConnections(tx: Tx, images: readonly Record<string, unknown>[]): Promise<void> {
  if (images.length === 0) return;
  await sql`
    insert into connection (workspace_id, id, person_id, other_id, kind, note, created_at)
    select ${tx.workspaceId}::uuid, i.id, i.person_id, i.other_id, i.kind, i.note, i.created_at
    from jsonb_populate_recordset(null::connection, ${JSON.stringify(images)}::jsonb) as i
    where exists (select from person p where p.workspace_id = ${tx.workspaceId} and p.id = i.person_id)
      and exists (select from person p where p.workspace_id = ${tx.workspaceId} and p.id = i.other_id)
    on conflict do nothing`.execute(tx.db);
}

/** Whether `personId` was brought, directly or by others in between, by `byId`: a circle of who brought whom says nothing. */
export async function broughtBy(tx: Tx, personId: string, byId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up (id, depth) as (
      select ${personId}::uuid, 0
      union all
      select c.person_id, up.depth + 1 from up join connection c on c.workspace_id = ${tx.workspaceId} and c.other_id = up.id and c.kind = 'introduced'
      where up.depth < 50
    )
    select exists (select from up where id = ${byId}) as found`.execute(tx.db);
  return rows[0]?.found ?? false;
}

/** What somebody brought: people, and the sales to them since. */
export async function broughtCounts(
  tx: Tx,
  personId: string,
): Promise<{ people: number; sales: number; value: number; unvalued: number }> {
  const { rows } = await sql<{ people: number; sales: number; value: number; unvalued: number }>`
    select count(distinct c.other_id)::int as people, count(o.id)::int as sales, coalesce(sum(o.value), 0)::float8 as value,
      count(o.id) filter (where o.value is null)::int as unvalued
    from connection c
    left join opportunity o on o.workspace_id = c.workspace_id and o.person_id = c.other_id and o.state = 'won'
    where c.workspace_id = ${tx.workspaceId} and c.person_id = ${personId} and c.kind = 'introduced'`.execute(tx.db);
  return rows[0] ?? { people: 0, sales: 0, value: 0, unvalued: 0 };
}
