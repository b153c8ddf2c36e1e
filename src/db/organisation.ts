import type { Insertable, Selectable, Updateable } from 'kysely';
import type { OrganisationTable } from './person-tables.ts';
import type { Tx } from './transaction.ts';

export type OrganisationRow = Selectable<OrganisationTable>;

export async function findOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  return tx.db
    .selectFrom('organisation')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function organisationsOf(tx: Tx, ids: readonly string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('organisation')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

export async function findOrganisationByKey(tx: Tx, nameKey: string): Promise<OrganisationRow | undefined> {
  return tx.db
    .selectFrom('organisation')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('name_key', '=', nameKey)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function insertOrganisation(
  tx: Tx,
  row: Omit<Insertable<OrganisationTable>, 'workspace_id'>,
): Promise<void> {
  await tx.db
    .insertInto('organisation')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

export async function updateOrganisation(tx: Tx, id: string, values: Updateable<OrganisationTable>): Promise<number> {
  const { version } = await tx.db
    .updateTable('organisation')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** By name, from the start of it; `q` folded. Keyset paging on (name_key, id). */
export async function listOrganisations(
  tx: Tx,
  q: string,
  limit: number,
  after: { key: string; id: string } | null,
): Promise<OrganisationRow[]> {
  let query = tx.db.selectFrom('organisation').selectAll().where('workspace_id', '=', tx.workspaceId);
  if (q) query = query.where('name_key', 'like', `${q.replace(/[\\%_]/g, '\\$&')}%`);
  if (after) query = query.where((eb) => eb(eb.refTuple('name_key', 'id'), '>', eb.tuple(after.key, after.id)));
  return query.orderBy('name_key').orderBy('id').limit(limit).execute();
}

export async function personsOfOrganisation(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('person_organisation')
    .select('person_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map((row) => row.person_id);
}
