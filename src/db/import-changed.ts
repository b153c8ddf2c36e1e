import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** An opportunity that was there before an import changed it, as it was, and the version that the import left. */
export type ImportChanged = { opportunityId: string; before: Record<string, unknown>; version: number };

/** Keeps the image of an opportunity that an import is about to change; the first image of an import counts. */
export async function keepImage(tx: Tx, importId: string, opportunityId: string): Promise<void> {
  await sql`
    insert into import_changed (workspace_id, import_id, opportunity_id, before, version_after)
    select workspace_id, ${importId}::uuid, id, to_jsonb(opportunity), version from opportunity
    where workspace_id = ${tx.workspaceId} and id = ${opportunityId} and import_id is distinct from ${importId}::uuid
    on conflict do nothing`.execute(tx.db);
}

/** Which version the import left: a later one was used since. */
export async function imageLeft(tx: Tx, importId: string, opportunityId: string): Promise<void> {
  await sql`
    update import_changed c set version_after = o.version from opportunity o
    where c.workspace_id = ${tx.workspaceId} and c.import_id = ${importId} and c.opportunity_id = ${opportunityId}
      and o.workspace_id = c.workspace_id and o.id = c.opportunity_id`.execute(tx.db);
}

export async function imagesOf(tx: Tx, importId: string): Promise<Map<string, ImportChanged>> {
  const rows = await tx.db
    .selectFrom('import_changed')
    .select(['opportunity_id', 'before', 'version_after'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_id', '=', importId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.opportunity_id,
      {
        opportunityId: row.opportunity_id,
        before: row.before as Record<string, unknown>,
        version: row.version_after,
      },
    ]),
  );
}

export async function forgetImage(tx: Tx, importId: string, opportunityId: string): Promise<void> {
  await tx.db
    .deleteFrom('import_changed')
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_id', '=', importId)
    .where('opportunity_id', '=', opportunityId)
    .execute();
}

/** The event that ended an opportunity last, as a list of one or none. */
export async function lastEnd(tx: Tx, opportunityId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('event')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('opportunity_id', '=', opportunityId)
    .where('kind', 'in', ['won', 'stopped'])
    .where('void_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  return rows.map((row) => row.id);
}

/** Of these opportunities those that a member changed: planned, logged, handed over. */
export async function changedByMembers(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom('change_record as r')
    .innerJoin('change as c', (join) =>
      join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.change_id'),
    )
    .select('r.record_id')
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.record_id', 'in', ids)
    .where('c.undone_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.record_id));
}

export type KeptRow = { opportunityId: string | null; personId: string | null; name: string };

/** What stays of an import that was undone: opportunities that it made or changed and people that it made, used since. */
export async function keptOfImport(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<{ rows: KeptRow[]; count: number }> {
  const { rows } = await sql<KeptRow & { count: number }>`
    with kept as (
      select id from opportunity where workspace_id = ${tx.workspaceId} and import_id = ${importId}
      union select opportunity_id from moment
        where workspace_id = ${tx.workspaceId} and import_id = ${importId} and void_at is null and opportunity_id is not null
      union select opportunity_id from import_changed where workspace_id = ${tx.workspaceId} and import_id = ${importId}
    ), listed as (
      select o.id as opportunity_id, o.person_id, coalesce(p.name, g.name, nullif(o.title, ''), '') as name
      from kept join opportunity o on o.workspace_id = ${tx.workspaceId} and o.id = kept.id
      left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
      left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
      union all
      select null, p.id, p.name from person p where p.workspace_id = ${tx.workspaceId} and p.import_id = ${importId}
        and not exists (select from opportunity o join kept on kept.id = o.id where o.workspace_id = p.workspace_id and o.person_id = p.id)
    )
    select opportunity_id as "opportunityId", person_id as "personId", name, count(*) over ()::int as count from listed
    order by name, opportunity_id, person_id limit ${limit}`.execute(tx.db);
  return {
    rows: rows.map(({ opportunityId, personId, name }) => ({ opportunityId, personId, name })),
    count: rows[0]?.count ?? 0,
  };
}

/** Links to organisations that only an import brought, so that these can go with it. Answers whose links went. */
export async function unlinkOfImport(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from person_organisation l using organisation g
    where l.workspace_id = ${tx.workspaceId} and g.workspace_id = l.workspace_id and g.id = l.organisation_id
      and g.import_id = ${importId} and g.version = 1
      and not exists (select from person p where p.workspace_id = l.workspace_id and p.id = l.person_id and p.import_id = ${importId})
      and not exists (select from opportunity o where o.workspace_id = g.workspace_id and o.organisation_id = g.id)
    returning l.person_id as id`.execute(tx.db);
  return rows.map((row) => row.id);
}
