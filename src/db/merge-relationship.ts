import { sql } from 'kysely';
import { deleteConnections, restoreConnections } from './connection.ts';
import { restoreImportantDay } from './important-day.ts';
import type { Tx } from './transaction.ts';

/** What a merge did to days, connections and tags. Days that both had alike are kept once, and so is who brought them. */
export type MergedRelationship = {
  /** Days that moved, and those that fell away. */
  days: string[];
  doubles: Record<string, unknown>[];
  /** Connections of who disappeared, as they were. */
  connections: Record<string, unknown>[];
  tags: string[];
  /** Tags that were new to who stayed. */
  tagged: string[];
};

export async function moveRelationship(tx: Tx, from: string, into: string): Promise<MergedRelationship> {
  const { rows: doubles } = await sql<{ image: Record<string, unknown> }>`
    delete from important_day d where d.workspace_id = ${tx.workspaceId} and d.person_id = ${from}
      and exists (select from important_day k where k.workspace_id = d.workspace_id and k.person_id = ${into}
        and (k.kind, k.name, k.month, k.day) = (d.kind, d.name, d.month, d.day))
    returning to_jsonb(d) as image`.execute(tx.db);
  const { rows: days } = await sql<{ id: string }>`
    update important_day set person_id = ${into} where workspace_id = ${tx.workspaceId} and person_id = ${from} returning id`.execute(
    tx.db,
  );
  const { rows: connections } = await sql<{ image: Record<string, unknown> }>`
    delete from connection c where c.workspace_id = ${tx.workspaceId} and (c.person_id = ${from} or c.other_id = ${from})
    returning to_jsonb(c) as image`.execute(tx.db);
  await sql`
    insert into connection (workspace_id, id, person_id, other_id, kind, note, created_at)
    select ${tx.workspaceId}::uuid, c.id, case when c.kind = 'knows' then least(c.person_id, c.other_id) else c.person_id end,
      case when c.kind = 'knows' then greatest(c.person_id, c.other_id) else c.other_id end, c.kind, c.note, c.created_at
    from (
      select i.id, case i.person_id when ${from}::uuid then ${into}::uuid else i.person_id end as person_id,
        case i.other_id when ${from}::uuid then ${into}::uuid else i.other_id end as other_id, i.kind, i.note, i.created_at
      from jsonb_populate_recordset(null::connection, ${JSON.stringify(connections.map((row) => row.image))}::jsonb) as i
    ) as c
    where c.person_id <> c.other_id on conflict do nothing`.execute(tx.db);
  const { rows: tags } = await sql<{ id: string }>`
    select tag_id as id from person_tag where workspace_id = ${tx.workspaceId} and person_id = ${from}`.execute(tx.db);
  const { rows: tagged } = await sql<{ id: string }>`
    insert into person_tag (workspace_id, person_id, tag_id)
    select workspace_id, ${into}::uuid, tag_id from person_tag where workspace_id = ${tx.workspaceId} and person_id = ${from}
    on conflict do nothing returning tag_id as id`.execute(tx.db);
  return {
    days: days.map((row) => row.id),
    doubles: doubles.map((row) => row.image),
    connections: connections.map((row) => row.image),
    tags: tags.map((row) => row.id),
    tagged: tagged.map((row) => row.id),
  };
}

/** Takes it back: `from` is there again. */
export async function partRelationship(tx: Tx, merged: MergedRelationship, into: string, from: string): Promise<void> {
  await sql`
    update important_day set person_id = ${from} where workspace_id = ${tx.workspaceId} and id = any(${merged.days}::uuid[])`.execute(
    tx.db,
  );
  for (const day of merged.doubles) await restoreImportantDay(tx, day);
  await deleteConnections(
    tx,
    merged.connections.map((row) => String(row['id'])),
  );
  await restoreConnections(tx, merged.connections);
  await sql`
    delete from person_tag where workspace_id = ${tx.workspaceId} and person_id = ${into} and tag_id = any(${merged.tagged}::uuid[])`.execute(
    tx.db,
  );
  await sql`
    insert into person_tag (workspace_id, person_id, tag_id)
    select t.workspace_id, ${from}::uuid, t.id from tag t where t.workspace_id = ${tx.workspaceId} and t.id = any(${merged.tags}::uuid[])
    on conflict do nothing`.execute(tx.db);
}
