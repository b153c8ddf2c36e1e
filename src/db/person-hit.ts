import { sql } from 'kysely';
import type { PersonHit } from '#contract/person';
import type { Tx } from './transaction.ts';

const hit = sql`p.id, p.name, p.email, p.phone, p.sort_key as "sortKey",
  (select g.name from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
    where l.workspace_id = p.workspace_id and l.person_id = p.id order by g.id limit 1) as organisation,
  o.id as "openOpportunityId", case when p.restricted_on is null then o.next_on end as "nextOn", o.held, p.restricted_on is not null as restricted`;
const best = sql`left join lateral (select id, next_on, held from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id and o.state = 'open' order by next_on, id limit 1) as o on true`;

export type HitRow = PersonHit & { sortKey: string };

/** In the order of the ids. */
export async function hitsOf(tx: Tx, ids: readonly string[]): Promise<PersonHit[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<HitRow>`select ${hit} from person p ${best} where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])`.execute(
      tx.db,
    );
  const byId = new Map(rows.map(({ sortKey: _, ...row }) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Everybody by last name, page by page. */
export async function pageOfHits(tx: Tx, limit: number, after: { key: string; id: string } | null): Promise<HitRow[]> {
  const from = after ? sql`and (p.sort_key, p.id) > (${after.key}, ${after.id}::uuid)` : sql``;
  const { rows } =
    await sql<HitRow>`select ${hit} from (select * from person p where p.workspace_id = ${tx.workspaceId} ${from} order by p.sort_key, p.id limit ${limit}) as p ${best} order by p.sort_key, p.id`.execute(
      tx.db,
    );
  return rows;
}

export async function hitsOfOrganisation(tx: Tx, organisationId: string): Promise<PersonHit[]> {
  const { rows } = await sql<{
    person_id: string;
  }>`select person_id from person_organisation where workspace_id = ${tx.workspaceId} and organisation_id = ${organisationId} order by person_id limit 200`.execute(
    tx.db,
  );
  return hitsOf(
    tx,
    rows.map((row) => row.person_id),
  );
}
