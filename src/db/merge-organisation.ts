import { sql } from 'kysely';
import type { OrganisationRow } from './organisation.ts';
import type { Tx } from './transaction.ts';

/** What a merge of organisations moved, so that it can be taken back. `linked`: persons who were new to the one that stayed. */
export type MergedOrganisation = {
  from: Record<string, unknown>;
  into: Record<string, unknown>;
  opportunities: string[];
  links: { person_id: string; title: string | null }[];
  linked: string[];
};

/** Locked in id order. */
export async function lockOrganisations(tx: Tx, ids: readonly string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('organisation')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Opportunities and people of `from` become `into`'s; the opportunities as newer versions. */
export async function moveToOrganisation(
  tx: Tx,
  from: string,
  into: string,
): Promise<Pick<MergedOrganisation, 'opportunities' | 'links' | 'linked'>> {
  const moved = await sql<{ id: string }>`
    update opportunity set organisation_id = ${into}, version = version + 1
    where workspace_id = ${tx.workspaceId} and organisation_id = ${from} returning id`.execute(tx.db);
  const links = await tx.db
    .selectFrom('person_organisation')
    .select(['person_id', 'title'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('organisation_id', '=', from)
    .execute();
  const { rows: linked } = await sql<{ id: string }>`
    insert into person_organisation (workspace_id, person_id, organisation_id, title)
    select workspace_id, person_id, ${into}::uuid, title from person_organisation
    where workspace_id = ${tx.workspaceId} and organisation_id = ${from}
    on conflict do nothing returning person_id as id`.execute(tx.db);
  return { opportunities: moved.rows.map((row) => row.id), links, linked: linked.map((row) => row.id) };
}

export async function deleteOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('organisation').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** The one that disappeared is there again, with what was its own; answers whose search text changed. */
export async function unmergeOrganisation(tx: Tx, merged: MergedOrganisation): Promise<string[]> {
  const from = String(merged.from['id']);
  const into = String(merged.into['id']);
  await sql`insert into organisation select * from jsonb_populate_record(null::organisation, ${JSON.stringify(merged.from)}::jsonb)`.execute(
    tx.db,
  );
  await sql`
    update organisation o set (name, name_key, legal_form, street, postcode, city, country, version) = (
      select i.name, i.name_key, i.legal_form, i.street, i.postcode, i.city, i.country, o.version + 1 from jsonb_populate_record(null::organisation, ${JSON.stringify(merged.into)}::jsonb) as i)
    where o.workspace_id = ${tx.workspaceId} and o.id = ${into}`.execute(tx.db);
  await sql`
    update opportunity set organisation_id = ${from}, version = version + 1
    where workspace_id = ${tx.workspaceId} and id = any(${merged.opportunities}::uuid[])`.execute(tx.db);
  await sql`
    delete from person_organisation
    where workspace_id = ${tx.workspaceId} and organisation_id = ${into} and person_id = any(${merged.linked}::uuid[])`.execute(
    tx.db,
  );
  for (const link of merged.links)
    await tx.db
      .insertInto('person_organisation')
      .values({ workspace_id: tx.workspaceId, organisation_id: from, ...link })
      .onConflict((oc) => oc.doNothing())
      .execute();
  return merged.links.map((link) => link.person_id);
}
