import { setImmediate } from 'node:timers/promises';
import { searchText } from '#core/person/search-text';
import type { PersonDraft } from '#core/import/read-opportunity-row';
import { foldText } from '#core/import/fold-text';
import type { Basis, LegalForm } from '#core/opportunity/vocabulary';
import type { Day } from '#core/day/day';
import { insertMany } from '#db/bulk';
import { fillPersons, type PersonFill } from '#db/import';
import { writePersonSearch } from '#db/person';
import type { Tx } from '#db/transaction';
import { refreshSearch } from '../person/refresh-search.ts';
import type { ImportReport } from './import-report.ts';
import type { FoundOrganisation, FoundPerson, KnownWhom, Sought } from './known-whom.ts';
import { rowsAtOnce } from './rows-at-once.ts';

export type ImportSettings = {
  importId: string;
  today: Day;
  basis: Basis;
  legalForm: LegalForm | null;
  newId: () => string;
  /** When the import began: all that it makes bears it. */
  at: Date;
};
export type Whom = { person: FoundPerson | null; organisation: FoundOrganisation | null };

/**
 * Persons and organisations of one batch of rows, found among the known or made (definition 19): people merge by mail address, number, or
 * name within an organisation; without any of these every row is a new person. `send` writes them, a few statements however many rows;
 * what is sent after it on this transaction comes after it.
 */
export async function findOrMakeWhom(
  drafts: readonly Sought[],
  known: KnownWhom,
  settings: ImportSettings,
  report: ImportReport,
): Promise<{ whom: Whom[]; send: (tx: Tx) => Promise<unknown> }> {
  const organisations = makeOrganisations(drafts, known, settings);
  const made: ReturnType<typeof personRow>[] = [];
  const links: { person_id: string; organisation_id: string; title: string | null }[] = [];
  const fills: PersonFill[] = [];
  const texts: { id: string; text: string }[] = [];
  const toRefresh = new Set<string>();
  const one = (draft: Sought): Whom => {
    const organisation = draft.organisation ? (known.organisation(draft.organisationKey) ?? null) : null;
    if (!draft.name && !draft.email && !draft.phone) return { person: null, organisation };
    const keys = {
      name: draft.nameKey,
      email: draft.email?.key ?? null,
      phone: draft.phone,
      organisationId: organisation?.id ?? null,
    };
    const present = known.person(keys);
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
      known.addPerson(present, keys);
      return { person: present, organisation };
    }
    const row = personRow(draft, keys.name, settings);
    made.push(row);
    if (organisation) links.push({ person_id: row.id, organisation_id: organisation.id, title: draft.jobTitle });
    texts.push({ id: row.id, text: searchText(row, organisation ? [organisation.name] : []) });
    const person = {
      id: row.id,
      phone: row.phone,
      email: row.email,
      linkedin: row.linkedin,
      basis: settings.basis,
      objected: false,
      organisationIds: new Set(organisation ? [organisation.id] : []),
    };
    known.addPerson(person, keys);
    return { person, organisation };
  };
  const whom: Whom[] = [];
  for (const [i, draft] of drafts.entries()) {
    if (i % rowsAtOnce === 0) await setImmediate();
    whom.push(one(draft));
  }
  report.counts.persons += made.length;
  report.counts.organisations += organisations.length;
  const send = async (tx: Tx): Promise<void> => {
    const written = Promise.all([
      insertMany(tx, 'organisation', organisations),
      insertMany(tx, 'person', made),
      insertLinks(tx, links),
      writePersonSearch(tx, texts),
    ]);
    if (fills.length === 0 && toRefresh.size === 0) return void (await written);
    const [, filled] = await Promise.all([written, fillPersons(tx, settings.importId, oncePerPerson(fills))]);
    await refreshSearch(tx, [...new Set([...toRefresh, ...filled])]);
  };
  return { whom, send };
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
  // A bakery with a number alone is called by its name, not by its number.
  const name = draft.name?.full ?? draft.organisation ?? draft.email?.address ?? draft.phone ?? '';
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
    created_at: settings.at,
    to_complete: false,
  };
}

function makeOrganisations(drafts: readonly Sought[], known: KnownWhom, settings: ImportSettings) {
  const rows = [];
  for (const draft of drafts) {
    const key = draft.organisationKey;
    if (!draft.organisation || !key || known.organisation(key)) continue;
    const row = {
      id: settings.newId(),
      name: draft.organisation,
      name_key: key,
      legal_form: draft.legalForm ?? 'unknown',
      import_id: settings.importId,
      version: 1,
      created_at: settings.at,
    };
    known.addOrganisation(key, row);
    rows.push(row);
  }
  return rows;
}
