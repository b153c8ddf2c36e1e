import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type Pair = { first: string; second: string; why: 'phone' | 'email' | 'name' };

const notDismissed = (tx: Tx) => sql`not exists (
  select from not_duplicate d where d.workspace_id = ${tx.workspaceId} and d.first_id = least(a.id, b.id) and d.second_id = greatest(a.id, b.id))`;

/**
 * Persons that are probably one: the same number, the same mail address, or a name that is nearly the same with the same organisation,
 * unless both number and address differ (definition 19 merges these at import; what was typed later, or differs by a letter, comes here). Each way up to `limit`, the first found.
 */
export async function alikePersons(tx: Tx, limit: number): Promise<Pair[]> {
  const same = (column: 'phone' | 'email_key', why: Pair['why']) => sql`
    (select a.id as first, b.id as second, ${why}::text as why
    from (
      select ${sql.ref(column)} as value from person
      where workspace_id = ${tx.workspaceId} and ${sql.ref(column)} is not null group by 1 having count(*) > 1 limit ${limit}
    ) as v
    join person a on a.workspace_id = ${tx.workspaceId} and a.${sql.ref(column)} = v.value
    join person b on b.workspace_id = ${tx.workspaceId} and b.${sql.ref(column)} = v.value and a.id < b.id
    where a.restricted_on is null and b.restricted_on is null and ${notDismissed(tx)} limit ${limit})`;
  const { rows } = await sql<Pair>`
    ${same('phone', 'phone')} union all ${same('email_key', 'email')} union all
    (select a.id, b.id, 'name' from person_organisation l
    join person_organisation m on m.workspace_id = l.workspace_id and m.organisation_id = l.organisation_id and l.person_id < m.person_id
    join person a on a.workspace_id = l.workspace_id and a.id = l.person_id
    join person b on b.workspace_id = m.workspace_id and b.id = m.person_id
    where l.workspace_id = ${tx.workspaceId} and similarity(a.name_key, b.name_key) >= 0.55
      and not coalesce(a.email_key <> b.email_key and a.phone <> b.phone, false) and a.restricted_on is null and b.restricted_on is null and ${notDismissed(tx)} limit ${limit})`.execute(
    tx.db,
  );
  return rows;
}

/**
 * Organisations that are probably one: names that stand beside each other in the order of names and are nearly the same, or that differ by
 * spaces only.
 */
export async function alikeOrganisations(tx: Tx, limit: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select a.id as first, b.id as second, 'name' as why from (
      select id, name_key, lead(id) over beside as next_id, lead(name_key) over beside as next_key from organisation
      where workspace_id = ${tx.workspaceId} window beside as (order by name_key, id)
    ) as a
    cross join lateral (select a.next_id as id) as b
    where a.next_id is not null
      and (similarity(a.name_key, a.next_key) >= 0.7 or replace(a.name_key, ' ', '') = replace(a.next_key, ' ', ''))
      and ${notDismissed(tx)}
    limit ${limit}`.execute(tx.db);
  return rows;
}

export async function dismissPair(tx: Tx, one: string, other: string, at: Date): Promise<void> {
  const [first = one, second = other] = [one, other].toSorted();
  await tx.db
    .insertInto('not_duplicate')
    .values({ workspace_id: tx.workspaceId, first_id: first, second_id: second, created_at: at })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

export async function suggestPairAgain(tx: Tx, one: string, other: string): Promise<void> {
  const [first = one, second = other] = [one, other].toSorted();
  await tx.db
    .deleteFrom('not_duplicate')
    .where('workspace_id', '=', tx.workspaceId)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .execute();
}
