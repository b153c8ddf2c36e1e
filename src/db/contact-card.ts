import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** What a telephone learns of a person. */
export type ContactRow = {
  id: string;
  name: string;
  firstName: string | null;
  particle: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  organisation: string | null;
  title: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
};

/**
 * The people of a member: whom they work with or keep in touch with, and who is nobody's. Not who objected, is restricted or is being erased:
 * a telephone invites to call.
 */
const mine = (tx: Tx, memberId: string) => sql`
  p.workspace_id = ${tx.workspaceId} and p.restricted_on is null and p.erase_on is null and p.objected_on is null
  and (p.phone is not null or p.email is not null)
  and (p.care_member_id = ${memberId}
    or coalesce((select bool_or(o.assignee_id = ${memberId}) from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id), true))`;
const first = sql`left join lateral (
  select g.name, l.title, g.street, g.postcode, g.city, g.country from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
  where l.workspace_id = p.workspace_id and l.person_id = p.id order by g.id limit 1) as g on true`;
/** Their own address as a whole, else that of their organisation. */
const placeColumn = (column: 'street' | 'postcode' | 'city' | 'country') =>
  sql`case when coalesce(p.street, p.postcode, p.city) is null then g.${sql.raw(column)} else p.${sql.raw(column)} end as ${sql.raw(column)}`;
const columns = sql`p.id, p.name, p.first_name as "firstName", p.particle, p.last_name as "lastName", p.email, p.phone, g.name as organisation, g.title,
  ${placeColumn('street')}, ${placeColumn('postcode')}, ${placeColumn('city')}, ${placeColumn('country')}`;

/** By id, so many after `after`. */
export async function contactPage(
  tx: Tx,
  memberId: string,
  after: string | null,
  limit: number,
): Promise<ContactRow[]> {
  const from = after === null ? sql`` : sql`and p.id > ${after}::uuid`;
  const { rows } = await sql<ContactRow>`
    select ${columns} from person p ${first} where ${mine(tx, memberId)} ${from} order by p.id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

export async function contactsOf(tx: Tx, memberId: string, ids: readonly string[]): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select ${columns} from person p ${first} where ${mine(tx, memberId)} and p.id = any(${[...ids]}::uuid[]) order by p.id`.execute(
    tx.db,
  );
  return rows;
}

/** Another text as soon as any card of them is another: no card is read for it one by one. */
export async function contactsTag(tx: Tx, memberId: string): Promise<string> {
  const { rows } = await sql<{ tag: string }>`
    select count(*) || '-' || coalesce(sum(hashtextextended(row(x.*)::text, 0)), 0) as tag
    from (select ${columns} from person p ${first} where ${mine(tx, memberId)}) as x`.execute(tx.db);
  return rows[0]?.tag ?? '0-0';
}
