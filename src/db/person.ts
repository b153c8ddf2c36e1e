import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Intent } from '#core/opportunity/vocabulary';
import type { PostalAddress } from '#core/person/postal-address';
import type { PersonTable } from './person-tables.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type PersonRow = Selectable<PersonTable>;
export type PersonValues = Updateable<PersonTable>;

export async function findPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return (await personById(tx, { id }))[0];
}

const personById = prepared((tx, { id }: { id: string }) =>
  tx.db.selectFrom('person').selectAll().where('workspace_id', '=', tx.workspaceId).where('id', '=', id),
);

/**
 * Of an opportunity, with whether one gave or asked in the two newest moments that had an intent, newest first: it rides along, as logging
 * must be quick.
 */
export async function findPersonWithIntents(
  tx: Tx,
  opportunityId: string,
): Promise<{ person: PersonRow; lastIntents: Intent[] } | undefined> {
  const [row] = await ofOpportunity(tx, { opportunityId }, tx.kept);
  if (!row) return undefined;
  const { last_intents: lastIntents, ...person } = row;
  return { person, lastIntents };
}

const ofOpportunity = prepared((tx, { opportunityId }: { opportunityId: string }) =>
  tx.db
    .selectFrom('person')
    .selectAll()
    .select(
      sql<Intent[]>`array(select m.intent from moment m
        where m.workspace_id = person.workspace_id and m.person_id = person.id and m.void_at is null and m.intent is not null
        order by m.happened_on desc, m.id desc limit 2)`.as('last_intents'),
    )
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('opportunity')
        .select('person_id')
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', opportunityId),
    ),
);

export async function namesAndAddresses(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<PersonRow, 'id' | 'name' | 'email' | 'phone'>[]> {
  return tx.db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Someone with this mail address or number (definition 19); the oldest when there are several. */
export async function findPersonByAddress(
  tx: Tx,
  emailKey: string | null,
  phone: string | null,
): Promise<PersonRow | undefined> {
  if (!emailKey && !phone) return undefined;
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) =>
      eb.or([...(emailKey ? [eb('email_key', '=', emailKey)] : []), ...(phone ? [eb('phone', '=', phone)] : [])]),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function insertPerson(tx: Tx, row: Omit<Insertable<PersonTable>, 'workspace_id'>): Promise<void> {
  await tx.db
    .insertInto('person')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

/** Answers the new version. `db`: `tx.kept` where the values are of the same few columns each time. */
export async function updatePerson(tx: Tx, id: string, values: PersonValues, db = tx.db): Promise<number> {
  const { version } = await db
    .updateTable('person')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function deletePerson(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('person').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** What a person is found by; `texts` are folded already (core/import/fold-text). */
export async function writePersonSearch(tx: Tx, persons: readonly { id: string; text: string }[]): Promise<void> {
  if (persons.length === 0) return;
  await sql`select search_person_write(${tx.workspaceId}::uuid, ${persons.map((p) => p.id)}::uuid[], ${persons.map((p) => p.text)}::text[])`.execute(
    tx.db,
  );
}

/** Who is changed meanwhile is waited for; until the end of this transaction nobody changes them. */
export async function lockForSearch(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from person where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) for share`.execute(
    tx.db,
  );
}

/** The same of persons who are new; who is there already stays. */
export async function makePersonSearch(tx: Tx, persons: readonly { id: string; text: string }[]): Promise<void> {
  if (persons.length === 0) return;
  await sql`select search_person_make(${tx.workspaceId}::uuid, ${persons.map((p) => p.id)}::uuid[], ${persons.map((p) => p.text)}::text[])`.execute(
    tx.db,
  );
}

export type OrganisationOfPerson = { id: string; name: string; title: string | null } & PostalAddress;

/** The organisations of a person, first made first. */
export function organisationsOfPerson(tx: Tx, personId: string): Promise<OrganisationOfPerson[]> {
  return organisations(tx, { personId });
}

const organisations = prepared((tx, { personId }: { personId: string }) =>
  tx.db
    .selectFrom('person_organisation as link')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.workspace_id', '=', 'link.workspace_id').onRef('o.id', '=', 'link.organisation_id'),
    )
    .select(['o.id', 'o.name', 'link.title', 'o.street', 'o.postcode', 'o.city', 'o.country'])
    .where('link.workspace_id', '=', tx.workspaceId)
    .where('link.person_id', '=', personId)
    .orderBy('o.id'),
);

export async function linkOrganisation(
  tx: Tx,
  personId: string,
  organisationId: string,
  title: string | null,
): Promise<void> {
  await tx.db
    .insertInto('person_organisation')
    .values({ workspace_id: tx.workspaceId, person_id: personId, organisation_id: organisationId, title })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Locked in id order. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Locked against a change of what they allow, in id order: an objection waits for this transaction, or this one for the objection. */
export async function shareLockPersons(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forShare()
    .execute();
}

/** Puts a stored image back, as a newer version. */
export async function restorePersonRow(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await sql`
    update person p set (name, first_name, particle, last_name, name_key, sort_key, email, email_key, phone, linkedin, legal_form, basis, good_to_know, how_met,
      care_on, care_channel, care_every_days, care_member_id, care_from, care_paused_until, matters, family, interests, address_form, objected_on,
      restricted_on, erase_on, suppressed_by, street, postcode, city, country, non_mailing, phone_private, to_complete, custom, never_days, version) = (
      select i.name, i.first_name, i.particle, i.last_name, i.name_key, i.sort_key, i.email, i.email_key, i.phone, i.linkedin, i.legal_form, i.basis, i.good_to_know,
        i.how_met, i.care_on, i.care_channel, i.care_every_days, i.care_member_id, i.care_from, i.care_paused_until, i.matters, i.family, i.interests,
        i.address_form, i.objected_on, i.restricted_on, i.erase_on, i.suppressed_by, i.street, i.postcode, i.city, i.country, coalesce(i.non_mailing, p.non_mailing), coalesce(i.phone_private, p.phone_private),
        i.to_complete, coalesce(i.custom, p.custom), coalesce(i.never_days, p.never_days), p.version + 1
      from jsonb_populate_record(null::person, ${JSON.stringify(image)}::jsonb) as i)
    where p.workspace_id = ${tx.workspaceId} and p.id = ${String(image['id'])}`.execute(tx.db);
}

/** Unless an opportunity, a moment, a promise or a proof still stands on it. */
export async function deletePersonIfUnused(tx: Tx, id: string): Promise<void> {
  await sql`
    delete from person p where p.workspace_id = ${tx.workspaceId} and p.id = ${id}
      and not exists (select 1 from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id)
      and not exists (select 1 from moment m where m.workspace_id = p.workspace_id and m.person_id = p.id)
      and not exists (select 1 from promise r where r.workspace_id = p.workspace_id and r.person_id = p.id)
      and not exists (select 1 from consent c where c.workspace_id = p.workspace_id and c.person_id = p.id and c.void_at is null)
      and not exists (select 1 from person_file f where f.workspace_id = p.workspace_id and f.person_id = p.id and f.removed_at is null)
      and not exists (select 1 from event e where e.workspace_id = p.workspace_id and e.person_id = p.id)
      and not exists (select 1 from outbox m where m.workspace_id = p.workspace_id and m.person_id = p.id)
      and not exists (select 1 from important_day d where d.workspace_id = p.workspace_id and d.person_id = p.id)
      and not exists (select 1 from connection c where c.workspace_id = p.workspace_id and (c.person_id = p.id or c.other_id = p.id))`.execute(
    tx.db,
  );
}

/** Of those among them who have days on which they are never contacted. */
export async function neverDaysOf(
  tx: Tx,
  personIds: readonly (string | null)[],
): Promise<(personId: string | null) => readonly number[]> {
  const ids = [...new Set(personIds.flatMap((id) => id ?? []))];
  const rows =
    ids.length === 0
      ? []
      : await tx.db
          .selectFrom('person')
          .select(['id', 'never_days'])
          .where('workspace_id', '=', tx.workspaceId)
          .where(sql<boolean>`id = any(${ids}::uuid[])`)
          .where(sql<boolean>`cardinality(never_days) > 0`)
          .execute();
  const days = new Map(rows.map((row) => [row.id, row.never_days]));
  return (personId) => (personId === null ? undefined : days.get(personId)) ?? [];
}
