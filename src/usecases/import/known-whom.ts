import type { PersonDraft } from '#core/import/read-opportunity-row';
import { findKnownOrganisations, findKnownPersons, findSuppressedPersons, type KnownPerson } from '#db/import';
import type { ContactColumns } from '#db/known-contact';
import type { SuppressionRow } from '#db/suppression';
import type { Tx } from '#db/transaction';
import type { AskSuppressions } from '../rights/suppression.ts';

export type FoundPerson = ContactColumns & {
  id: string;
  nameKey: string;
  linkedin: string | null;
  /** Whether it is known where they are. */
  placed: boolean;
  objected: boolean;
  never_days: readonly number[];
};
export type FoundOrganisation = { id: string; name: string };
type Person = FoundPerson & { organisationIds: Set<string> };
type Keys = {
  name: string;
  email: string | null;
  phone: string | null;
  organisationId: string | null;
  /** The subject of an objection on the list. */
  suppressed: string | null;
};

/**
 * Everybody that a batch of rows may mean, by each of their keys (definition 19): as the database has them, with those whom the batch
 * before this one made, whose rows may not have reached the database when it was asked.
 */
export class KnownWhom {
  private readonly byEmail = new Map<string, Person>();
  private readonly byPhone = new Map<string, Person>();
  private readonly byName = new Map<string, Person>();
  private readonly bySuppression = new Map<string, Person>();
  private readonly byOrganisation = new Map<string, FoundOrganisation>();
  private before: KnownWhom | null;
  /** Who objected in a row of this import, of all batches: the database may not know it yet when it is asked. */
  private readonly objecting: Set<string>;

  /** The objection that the address of a row bears. */
  readonly suppressionOf: (draft: PersonDraft) => SuppressionRow | null;

  constructor(before: KnownWhom | null, suppressionOf: KnownWhom['suppressionOf']) {
    this.suppressionOf = suppressionOf;
    this.before = before;
    this.objecting = before?.objecting ?? new Set();
    // Two batches back is in the database, and need not be held.
    if (before) before.before = null;
  }

  /** The address says most, then the number, then the name within an organisation. */
  person(keys: Keys): Person | undefined {
    return (
      this.look('byEmail', keys.email) ??
      this.look('byPhone', keys.phone) ??
      this.look('bySuppression', keys.suppressed) ??
      this.look('byName', keys.name && keys.organisationId ? `${keys.name} ${keys.organisationId}` : null)
    );
  }

  organisation(key: string): FoundOrganisation | undefined {
    return this.byOrganisation.get(key) ?? this.before?.byOrganisation.get(key);
  }

  /** A row says that somebody who is here wants no contact. */
  object(person: Person): void {
    person.objected = true;
    this.objecting.add(person.id);
  }

  hasObjected(id: string): boolean {
    return this.objecting.has(id);
  }

  /** Whoever has a key already keeps it. */
  addPerson(person: Person, keys: Keys): void {
    first(this.byEmail, keys.email, person);
    first(this.byPhone, keys.phone, person);
    first(this.bySuppression, keys.suppressed, person);
    if (keys.name && keys.organisationId) first(this.byName, `${keys.name} ${keys.organisationId}`, person);
  }

  addOrganisation(key: string, organisation: FoundOrganisation): void {
    first(this.byOrganisation, key, organisation);
  }

  private look(map: 'byEmail' | 'byPhone' | 'bySuppression' | 'byName', key: string | null): Person | undefined {
    return key === null ? undefined : (this[map].get(key) ?? this.before?.[map].get(key));
  }
}

function first<T>(map: Map<string, T>, key: string | null, value: T): void {
  if (key !== null && key !== '' && !map.has(key)) map.set(key, value);
}

/**
 * Asks the database, all at once: a question that is sent after the rows of the batch before waits until those are written (write-behind.ts).
 * Only of whom an objection was found is asked once more.
 */
export async function lookUpWhom(
  tx: Tx,
  drafts: readonly PersonDraft[],
  before: KnownWhom | null,
  askSuppressions: AskSuppressions,
): Promise<KnownWhom> {
  const organisationKeys = new Set(drafts.map((d) => d.organisationKey));
  organisationKeys.delete('');
  const addressesOf = (d: PersonDraft) => ({ emailKey: d.email?.key ?? null, phone: d.phone });
  const [among, organisations, found] = await Promise.all([
    askSuppressions(tx, drafts.map(addressesOf)),
    findKnownOrganisations(tx, [...organisationKeys]),
    findKnownPersons(tx, {
      emails: drafts.flatMap((d) => d.email?.key ?? []),
      phones: drafts.flatMap((d) => d.phone ?? []),
      named: drafts.flatMap((d) =>
        d.name && d.organisation ? [{ nameKey: d.nameKey, organisationKey: d.organisationKey }] : [],
      ),
    }),
  ]);
  const suppressionOf = (d: PersonDraft) => among(addressesOf(d));
  const suppressed = await findSuppressedPersons(
    tx,
    drafts.flatMap((d) => suppressionOf(d)?.subject_id ?? []),
  );
  const known = new KnownWhom(before, suppressionOf);
  for (const { nameKey: key, id, name } of organisations) known.addOrganisation(key, { id, name });
  const byId = new Map<string, Person>();
  const person = (row: KnownPerson): Person => {
    const present = byId.get(row.id) ?? {
      id: row.id,
      nameKey: row.nameKey,
      phone: row.phone,
      email: row.email,
      linkedin: row.linkedin,
      placed: row.placed,
      never_days: row.never_days,
      legal_form: row.legal_form,
      basis: row.basis,
      country: row.country,
      non_mailing: row.non_mailing,
      phone_private: row.phone_private,
      proofs: row.proofs,
      created_on: row.created_on,
      objected_on: row.objected_on,
      objected: row.objected || known.hasObjected(row.id),
      restricted_on: row.restricted_on,
      organisationIds: new Set<string>(),
    };
    byId.set(row.id, present);
    return present;
  };
  const none = { name: '', email: null, phone: null, organisationId: null, suppressed: null };
  for (const row of found.byEmail) known.addPerson(person(row), { ...none, email: row.emailKey });
  for (const row of found.byPhone) known.addPerson(person(row), { ...none, phone: row.phone });
  for (const row of suppressed) known.addPerson(person(row), { ...none, suppressed: row.suppressedBy });
  for (const row of found.byName) {
    const one = person(row);
    one.organisationIds.add(row.organisationId);
    known.addPerson(one, { ...none, name: row.nameKey, organisationId: row.organisationId });
  }
  return known;
}
