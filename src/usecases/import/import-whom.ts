import { searchText } from '#core/person/search-text';
import { nameKey, organisationKey } from '#core/import/name-key';
import type { PersonDraft } from '#core/import/read-opportunity-row';
import { foldText } from '#core/import/fold-text';
import type { Basis, LegalForm } from '#core/opportunity/vocabulary';
import type { Day } from '#core/day/day';
import { insertMany } from '#db/bulk';
import { fillPersons, findKnownOrganisations, findKnownPersons, type KnownPerson, type PersonFill } from '#db/import';
import { writePersonSearch } from '#db/person';
import type { Tx } from '#db/transaction';
import { refreshSearch } from '../person/refresh-search.ts';
import type { ImportReport } from './import-report.ts';

export type ImportSettings = {
  importId: string;
  today: Day;
  basis: Basis;
  legalForm: LegalForm | null;
  newId: () => string;
};
export type FoundPerson = {
  id: string;
  phone: string | null;
  email: string | null;
  linkedin: string | null;
  basis: Basis;
  objected: boolean;
};
export type Whom = { person: FoundPerson | null; organisation: { id: string; name: string } | null };

type Organisation = { id: string; name: string };

/**
 * Persons and organisations of one batch of rows, found or made (definition 19): people merge by mail address, number, or name within
 * an organisation; without any of these every row is a new person. A few statements a batch, however many rows. `written` is not waited
 * for: what is sent after it on this transaction comes after it.
 */
export async function findOrMakeWhom(
  tx: Tx,
  drafts: readonly PersonDraft[],
  settings: ImportSettings,
  report: ImportReport,
): Promise<{ whom: Whom[]; written: Promise<unknown> }> {
  const { organisations, written: organisationsWritten } = await findOrMakeOrganisations(tx, drafts, settings, report);
  const organisationOf = (draft: PersonDraft) =>
    draft.organisation ? (organisations.get(organisationKey(draft.organisation)) ?? null) : null;
  const known = await knownPersons(tx, drafts, organisationOf);
  const made: Record<string, unknown>[] = [];
  const links: { person_id: string; organisation_id: string; title: string | null }[] = [];
  const fills: PersonFill[] = [];
  const texts = new Map<string, string>();
  const toRefresh = new Set<string>();
  const whom = drafts.map((draft): Whom => {
    const organisation = organisationOf(draft);
    if (!draft.name && !draft.email && !draft.phone) return { person: null, organisation };
    const key = draft.name ? nameKey(draft.name.full) : '';
    const present = known.find(draft, key, organisation?.id ?? null);
    if (present) {
      if (
        (present.email === null && draft.email) ||
        (present.phone === null && draft.phone) ||
        (present.linkedin === null && draft.linkedin)
      ) {
        fills.push({
          id: present.id,
          email: draft.email?.address ?? null,
          emailKey: draft.email?.key ?? null,
          phone: draft.phone,
          linkedin: draft.linkedin,
        });
      }
      if (organisation && !present.organisationIds.has(organisation.id)) {
        links.push({ person_id: present.id, organisation_id: organisation.id, title: draft.jobTitle });
        present.organisationIds.add(organisation.id);
        toRefresh.add(present.id);
      }
      present.email ??= draft.email?.address ?? null;
      present.phone ??= draft.phone;
      present.linkedin ??= draft.linkedin;
      known.add(present, key, draft.email?.key ?? null, draft.phone, organisation?.id ?? null);
      return { person: present, organisation };
    }
    const row = personRow(draft, key, settings);
    made.push(row);
    if (organisation) links.push({ person_id: row.id, organisation_id: organisation.id, title: draft.jobTitle });
    texts.set(row.id, searchText(row, organisation ? [organisation.name] : []));
    const person = {
      id: row.id,
      phone: row.phone,
      email: row.email,
      linkedin: row.linkedin,
      basis: settings.basis,
      objected: false,
      organisationIds: new Set(organisation ? [organisation.id] : []),
    };
    known.add(person, key, row.email_key, row.phone, organisation?.id ?? null);
    return { person, organisation };
  });
  report.counts.persons += made.length;
  const written = Promise.all([
    organisationsWritten,
    insertMany(tx, 'person', made),
    insertLinks(tx, links),
    writePersonSearch(
      tx,
      [...texts].map(([id, text]) => ({ id, text })),
    ),
  ]);
  if (fills.length === 0 && toRefresh.size === 0) return { whom, written };
  await written;
  for (const id of await fillPersons(tx, settings.importId, oncePerPerson(fills))) toRefresh.add(id);
  await refreshSearch(tx, [...toRefresh]);
  return { whom, written };
}

/** Several rows may fill one person: the first filled address counts. */
function oncePerPerson(fills: readonly PersonFill[]): PersonFill[] {
  const byId = new Map<string, PersonFill>();
  for (const fill of fills) {
    if (!fill.email && !fill.phone && !fill.linkedin) continue;
    const before = byId.get(fill.id);
    byId.set(
      fill.id,
      before
        ? {
            ...before,
            email: before.email ?? fill.email,
            emailKey: before.emailKey ?? fill.emailKey,
            phone: before.phone ?? fill.phone,
            linkedin: before.linkedin ?? fill.linkedin,
          }
        : fill,
    );
  }
  return [...byId.values()];
}

async function insertLinks(
  tx: Tx,
  links: readonly { person_id: string; organisation_id: string; title: string | null }[],
): Promise<void> {
  const unique = new Map(links.map((link) => [`${link.person_id} ${link.organisation_id}`, link]));
  await insertMany(tx, 'person_organisation', [...unique.values()]);
}

function personRow(draft: PersonDraft, key: string, settings: ImportSettings) {
  const name = draft.name?.full ?? draft.email?.address ?? draft.phone ?? '';
  const last = draft.name?.lastName ?? name;
  return {
    id: settings.newId(),
    name,
    first_name: draft.name?.firstName ?? null,
    particle: draft.name?.particle ?? null,
    last_name: draft.name?.lastName ?? null,
    name_key: key || foldText(name),
    sort_key: foldText([last, draft.name?.firstName, draft.name?.particle].filter(Boolean).join(' ')),
    email: draft.email?.address ?? null,
    email_key: draft.email?.key ?? null,
    phone: draft.phone,
    linkedin: draft.linkedin,
    legal_form: draft.legalForm ?? settings.legalForm ?? 'unknown',
    basis: settings.basis,
    import_id: settings.importId,
    created_on: settings.today,
    version: 1,
    created_at: new Date(),
    to_complete: false,
  };
}

async function findOrMakeOrganisations(
  tx: Tx,
  drafts: readonly PersonDraft[],
  settings: ImportSettings,
  report: ImportReport,
): Promise<{ organisations: Map<string, Organisation>; written: Promise<unknown> }> {
  const names = new Map<string, { name: string; legalForm: LegalForm | null }>();
  for (const draft of drafts) {
    const key = draft.organisation ? organisationKey(draft.organisation) : '';
    if (draft.organisation && key && !names.has(key))
      names.set(key, { name: draft.organisation, legalForm: draft.legalForm });
  }
  const found = new Map(
    (await findKnownOrganisations(tx, [...names.keys()])).map((row): [string, Organisation] => [row.nameKey, row]),
  );
  const rows = [...names]
    .filter(([key]) => !found.has(key))
    .map(([key, { name, legalForm }]) => ({
      id: settings.newId(),
      name,
      name_key: key,
      legal_form: legalForm ?? 'unknown',
      import_id: settings.importId,
      version: 1,
      created_at: new Date(),
    }));
  const written = insertMany(tx, 'organisation', rows);
  report.counts.organisations += rows.length;
  for (const row of rows) found.set(row.name_key, row);
  return { organisations: found, written };
}

type Person = FoundPerson & { organisationIds: Set<string> };

/** Everybody that the batch may mean, by each of their keys. */
async function knownPersons(
  tx: Tx,
  drafts: readonly PersonDraft[],
  organisationOf: (draft: PersonDraft) => Organisation | null,
) {
  const named = drafts.flatMap((draft) => {
    const organisation = organisationOf(draft);
    return draft.name && organisation ? [{ nameKey: nameKey(draft.name.full), organisationId: organisation.id }] : [];
  });
  const found = await findKnownPersons(tx, {
    emails: drafts.flatMap((d) => d.email?.key ?? []),
    phones: drafts.flatMap((d) => d.phone ?? []),
    named,
  });
  const byId = new Map<string, Person>();
  const person = (row: KnownPerson): Person => {
    const present = byId.get(row.id) ?? {
      id: row.id,
      phone: row.phone,
      email: row.email,
      linkedin: row.linkedin,
      basis: row.basis as Basis,
      objected: row.objected,
      organisationIds: new Set<string>(),
    };
    byId.set(row.id, present);
    return present;
  };
  const byEmail = new Map<string, Person>();
  const byPhone = new Map<string, Person>();
  const byName = new Map<string, Person>();
  const first = (map: Map<string, Person>, key: string | null, value: Person) =>
    void (key && !map.has(key) && map.set(key, value));
  for (const row of found.byEmail) first(byEmail, row.emailKey, person(row));
  for (const row of found.byPhone) first(byPhone, row.phone, person(row));
  for (const row of found.byName) {
    const one = person(row);
    one.organisationIds.add(row.organisationId);
    first(byName, `${row.nameKey} ${row.organisationId}`, one);
  }
  return {
    find: (draft: PersonDraft, key: string, organisationId: string | null): Person | undefined =>
      (draft.email ? byEmail.get(draft.email.key) : undefined) ??
      (draft.phone ? byPhone.get(draft.phone) : undefined) ??
      (key && organisationId ? byName.get(`${key} ${organisationId}`) : undefined),
    add: (
      one: Person,
      key: string,
      emailKey: string | null,
      phone: string | null,
      organisationId: string | null,
    ): void => {
      first(byEmail, emailKey, one);
      first(byPhone, phone, one);
      if (key && organisationId) first(byName, `${key} ${organisationId}`, one);
    },
  };
}
