import { setImmediate } from 'node:timers/promises';
import { isPlace } from '#core/person/postal-address';
import { searchText } from '#core/person/search-text';
import type { PersonDraft } from '#core/import/read-opportunity-row';
import { nextOccurrence } from '#core/relationship/important-day';
import { foldText } from '#core/import/fold-text';
import type { Basis, LegalForm } from '#core/opportunity/vocabulary';
import type { Day } from '#core/day/day';
import { insertMany } from '#db/bulk';
import { insertConsents } from '#db/consent';
import { fillPersons, type PersonFill } from '#db/import';
import { makePersonSearch } from '#db/person';
import { type DayToMake, insertDaysOfImport } from '#db/important-day';
import type { SuppressionRow } from '#db/suppression';
import type { Tx } from '#db/transaction';
import { addressOf, noAddress } from '../person/person-fields.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { consentsFrom, type ImportedProof, proofOf } from './import-proof.ts';
import type { ImportReport } from './import-report.ts';
import type { FoundOrganisation, FoundPerson, KnownWhom } from './known-whom.ts';
import { rowsAtOnce } from './rows-at-once.ts';

/** Who objected and is given by an address alone: the address is not taken in. */
const unnamed = '?';

export type ImportSettings = {
  importId: string;
  today: Day;
  basis: Basis;
  legalForm: LegalForm | null;
  /** What shows that they allowed it, for all whom this import makes. */
  proof: ImportedProof | null;
  /** Who is reminded of the days in the file. */
  memberId: string;
  newId: () => string;
  /** When the import began: all that it makes bears it. */
  at: Date;
  /** What it brings is taken in by search after its commit (words-follow). */
  wordsLater: boolean;
};
export type Whom = { person: FoundPerson | null; organisation: FoundOrganisation | null };

/** A row says that somebody who is here already wants no contact. */
export type Objects = (tx: Tx, personId: string, on: Day) => Promise<void>;

type Link = { person_id: string; organisation_id: string; title: string | null };

/** A row of the file, by its number. */
export type DraftOfRow = { row: number; person: PersonDraft };

/**
 * Persons and organisations of one batch of rows, found among the known or made (definition 19): people merge by mail address, number, or
 * name within an organisation; without any of these every row is a new person. Whose address stands on the list of objections comes in
 * without it, and objects: told with the day, not the address. `send` writes them, a few statements however many rows;
 * what is sent after it on this transaction comes after it.
 */
export async function findOrMakeWhom(
  rows: readonly DraftOfRow[],
  known: KnownWhom,
  settings: ImportSettings,
  report: ImportReport,
  object: Objects,
): Promise<{ whom: Whom[]; send: (tx: Tx) => Promise<unknown> }> {
  const addressed = rows.some((one) => one.person.address !== null);
  const organisations = makeOrganisations(
    rows.map((one) => one.person),
    known,
    settings,
    addressed,
  );
  const made: ReturnType<typeof personRow>[] = [];
  const links: Link[] = [];
  const linksOfKnown: Link[] = [];
  const fills: PersonFill[] = [];
  const texts: { id: string; text: string }[] = [];
  const toRefresh = new Set<string>();
  const objections = new Map<string, Day>();
  const one = ({ row: rowNumber, person: given }: DraftOfRow): Whom => {
    const suppression = known.suppressionOf(given);
    const draft = suppression ? { ...given, email: null, phone: null, linkedin: null, address: null } : given;
    const organisation = draft.organisation ? (known.organisation(draft.organisationKey) ?? null) : null;
    if (!hasPerson(given)) return { person: null, organisation };
    const keys = {
      // A name does not say that somebody who is here objected: that is a person of their own.
      name: suppression ? '' : draft.nameKey,
      email: given.email?.key ?? null,
      phone: given.phone,
      organisationId: organisation?.id ?? null,
      suppressed: suppression?.subject_id ?? null,
    };
    const present = known.person(keys);
    if (present) {
      if (draft.objectedOn && !present.objected) {
        known.object(present);
        objections.set(present.id, draft.objectedOn);
      }
      if (
        (present.email === null && draft.email) ||
        (present.phone === null && draft.phone) ||
        (present.linkedin === null && draft.linkedin) ||
        (!present.placed && draft.address && isPlace(draft.address))
      ) {
        fills.push({
          id: present.id,
          email: draft.email?.address ?? null,
          emailKey: draft.email?.key ?? null,
          phone: draft.phone,
          linkedin: draft.linkedin,
          address: draft.address,
        });
      }
      if (organisation && !present.organisationIds.has(organisation.id)) {
        linksOfKnown.push({ person_id: present.id, organisation_id: organisation.id, title: draft.jobTitle });
        present.organisationIds.add(organisation.id);
        toRefresh.add(present.id);
        // Under the name that they have here too, as the link is not in the database when the next batch asks.
        known.addPerson(present, { ...keys, name: present.nameKey });
      }
      present.email ??= draft.email?.address ?? null;
      present.phone ??= draft.phone;
      present.linkedin ??= draft.linkedin;
      present.placed ||= draft.address !== null && isPlace(draft.address);
      known.addPerson(present, keys);
      return { person: present, organisation };
    }
    if (suppression) {
      const field = given.email ? 'email' : 'phone';
      report.add(rowNumber, [{ code: 'suppressed', field, value: suppression.objected_on, kept: true }]);
    }
    const row = personRow(draft, settings, suppression, addressed);
    made.push(row);
    if (row.objected_on) objections.set(row.id, row.objected_on);
    if (organisation) links.push({ person_id: row.id, organisation_id: organisation.id, title: draft.jobTitle });
    if (!settings.wordsLater)
      texts.push({ id: row.id, text: searchText(row, organisation ? [organisation.name] : []) });
    const person = {
      id: row.id,
      nameKey: row.name_key,
      phone: row.phone,
      email: row.email,
      linkedin: row.linkedin,
      placed: draft.address !== null && isPlace(draft.address),
      legal_form: row.legal_form,
      basis: settings.basis,
      country: draft.address?.country ?? null,
      non_mailing: false,
      phone_private: false,
      proofs: settings.proof ? [proofOf(settings.proof, row.id)] : [],
      created_on: row.created_on,
      objected_on: row.objected_on,
      objected: suppression !== null || draft.objectedOn !== null,
      restricted_on: null,
      never_days: [],
      organisationIds: new Set(organisation ? [organisation.id] : []),
    };
    known.addPerson(person, keys);
    return { person, organisation };
  };
  const whom: Whom[] = [];
  const days: DayToMake[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % rowsAtOnce === 0) await setImmediate();
    const found = one(row);
    whom.push(found);
    if (found.person) days.push(...daysToMake(row.person, found.person.id, settings));
  }
  report.counts.persons += made.length;
  report.counts.organisations += organisations.length;
  const send = async (tx: Tx): Promise<void> => {
    const written = Promise.all([
      insertMany(tx, 'organisation', organisations),
      insertMany(tx, 'person', made),
      settings.proof && insertConsents(tx, consentsFrom(settings.proof, made, settings)),
      insertMany(tx, 'person_organisation', links),
      // Of who was there it is not asked where else they are.
      insertMany(tx, 'person_organisation', linksOfKnown, { unlessThere: true }),
      makePersonSearch(tx, texts),
    ]);
    const remembered = insertDaysOfImport(tx, settings.importId, days, settings.at);
    if (fills.length === 0 && toRefresh.size === 0 && objections.size === 0)
      return void (await Promise.all([written, remembered]));
    const [, , filled] = await Promise.all([
      written,
      remembered,
      fillPersons(tx, settings.importId, oncePerPerson(fills)),
    ]);
    await refreshSearch(tx, [...new Set([...toRefresh, ...filled])]);
    for (const [id, on] of objections) await object(tx, id, on);
  };
  return { whom, send };
}

function daysToMake(draft: PersonDraft, personId: string, settings: ImportSettings): DayToMake[] {
  return draft.days.flatMap((found) => {
    const nextOn = nextOccurrence({ ...found, everyYear: true }, settings.today);
    return nextOn === null ? [] : [{ ...found, id: settings.newId(), personId, memberId: settings.memberId, nextOn }];
  });
}

/** Several rows may fill one person: the first filled address counts. */
function oncePerPerson(fills: readonly PersonFill[]): PersonFill[] {
  const byId = new Map<string, PersonFill>();
  for (const fill of fills) {
    if (!fill.email && !fill.phone && !fill.linkedin && !fill.address) continue;
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
            address: before.address ?? fill.address,
          }
        : fill,
    );
  }
  return [...byId.values()];
}

/** `addressed`: the batch has addresses; without them their columns are not sent. */
function personRow(
  draft: PersonDraft,
  settings: ImportSettings,
  suppression: SuppressionRow | null,
  addressed: boolean,
) {
  // A bakery with a number alone is called by its name, not by its number.
  const name = draft.name?.full ?? draft.organisation ?? draft.email?.address ?? draft.phone ?? unnamed;
  const last = draft.name?.lastName ?? name;
  return {
    id: settings.newId(),
    name,
    first_name: draft.name?.firstName ?? null,
    particle: draft.name?.particle ?? null,
    last_name: draft.name?.lastName ?? null,
    name_key: draft.nameKey || foldText(name),
    sort_key: foldText([last, draft.name?.firstName, draft.name?.particle].filter(Boolean).join(' ')),
    email: draft.email?.address ?? null,
    email_key: draft.email?.key ?? null,
    phone: draft.phone,
    linkedin: draft.linkedin,
    ...(addressed && addressOf(draft.address ?? noAddress)),
    good_to_know: draft.goodToKnow ?? null,
    legal_form: draft.legalForm ?? settings.legalForm ?? 'unknown',
    basis: settings.basis,
    import_id: settings.importId,
    created_on: settings.today,
    version: 1,
    created_at: settings.at,
    custom: JSON.stringify(draft.custom ?? {}),
    to_complete: false,
    objected_on: suppression?.objected_on ?? draft.objectedOn,
    suppressed_by: suppression?.subject_id ?? null,
  };
}

const hasPerson = (draft: PersonDraft): boolean => Boolean(draft.name ?? draft.email ?? draft.phone);

function makeOrganisations(
  drafts: readonly PersonDraft[],
  known: KnownWhom,
  settings: ImportSettings,
  addressed: boolean,
) {
  const rows = [];
  for (const draft of drafts) {
    const key = draft.organisationKey;
    if (!draft.organisation || !key || known.organisation(key)) continue;
    const row = {
      id: settings.newId(),
      name: draft.organisation,
      name_key: key,
      legal_form: draft.legalForm ?? 'unknown',
      // A row without a person tells where the company is.
      ...(addressed && addressOf((hasPerson(draft) ? null : draft.address) ?? noAddress)),
      import_id: settings.importId,
      version: 1,
      created_at: settings.at,
    };
    known.addOrganisation(key, row);
    rows.push(row);
  }
  return rows;
}
