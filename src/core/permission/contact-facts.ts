import type { Day } from '#core/day/day';
import type { Basis } from '#core/opportunity/vocabulary';
import type { ConsentPurpose, ContactCountry, LawChannel, ProofKind, SenderKind, Subject } from './words.ts';

/** A proof that counts until it is withdrawn or its time is over. Both days included; `until` null: no end known. */
export type Proof = {
  id: string;
  kind: ProofKind;
  channels: readonly LawChannel[];
  purposes: readonly ConsentPurpose[];
  from: Day;
  until: Day | null;
  /** Said twice: the second time by a button behind the mail that we sent (double opt-in). */
  confirmed: boolean;
};

/** What is known of a person, whatever the opportunity. */
export type KnownContact = {
  subject: Subject;
  country: ContactCountry;
  senderKind: SenderKind;
  basis: Basis;
  objectedOn: Day | null;
  /** What is kept of them stands still (AVG, art. 18): kept, and not used. */
  restrictedOn: Day | null;
  /** Bought or was a customer, last known on this day. */
  customerOn: Day | null;
  /** The register asks for no advertising at this address (KVK: non-mailing indicator). */
  nonMailing: boolean;
  /** The number is somebody's own, not the company's. */
  privateNumber: boolean;
  email: string | null;
  proofs: readonly Proof[];
};

/** What passed between us. */
export type Between = {
  /** The last conversation. */
  spokeOn: Day | null;
  /** They contacted us, and wait for an answer since. */
  askedOn: Day | null;
  /** A quote, a trial, a call-back: asked for on this day. */
  requestedOn: Day | null;
  /** They agreed to be contacted on this day (an appointment, "call me in March"). */
  agreedOn: Day | null;
};

/** All that a verdict needs. */
export type ContactFacts = KnownContact & Between;

/** Written out: of a spread before other properties V8 copies one after the other, 2.5 kB of garbage for each of the people on Today. */
export function factsOf(known: KnownContact, between: Between): ContactFacts {
  return {
    subject: known.subject,
    country: known.country,
    senderKind: known.senderKind,
    basis: known.basis,
    objectedOn: known.objectedOn,
    restrictedOn: known.restrictedOn,
    customerOn: known.customerOn,
    nonMailing: known.nonMailing,
    privateNumber: known.privateNumber,
    email: known.email,
    proofs: known.proofs,
    spokeOn: between.spokeOn,
    askedOn: between.askedOn,
    requestedOn: between.requestedOn,
    agreedOn: between.agreedOn,
  };
}

const prefixes: readonly (readonly [string, ContactCountry])[] = [
  ['+31', 'NL'],
  ['+32', 'BE'],
  ['+49', 'DE'],
  ['+44', 'UK'],
];

/** As told, else as the number says, else as the workspace says of people of whom nobody told. A country without a pack is unknown. */
export function countryOf(told: string | null, phone: string | null, usual: string): ContactCountry {
  if (told === null && phone?.startsWith('+'))
    return prefixes.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? 'unknown';
  const country = told ?? usual;
  if (country === 'GB') return 'UK';
  return country === 'NL' || country === 'BE' || country === 'DE' || country === 'UK' ? country : 'unknown';
}

/** The earliest objection counts. A hit on the list of those who objected before they were erased enters here too. */
export function withObjection<F extends KnownContact>(facts: F, on: Day): F {
  return { ...facts, objectedOn: facts.objectedOn !== null && facts.objectedOn < on ? facts.objectedOn : on };
}

const impersonal = new Set(
  'info contact sales verkoop mail email post office kantoor hallo hello welkom administratie receptie algemeen secretariaat service support klantenservice team'.split(
    ' ',
  ),
);

/** info@ and the like: nobody's own address. */
export function isImpersonal(email: string | null): boolean {
  return email !== null && impersonal.has(email.slice(0, email.indexOf('@')).toLowerCase());
}
