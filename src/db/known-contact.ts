import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#core/day/day';
import { countryOf, type KnownContact } from '#core/permission/contact-facts';
import type { PersonRow } from './person.ts';
import type { WorkspaceRow } from './workspace.ts';

/** The columns of a person that permission looks at; SQL that is written out takes them from here, so that none is forgotten. */
const contactColumns = [
  'legal_form',
  'basis',
  'country',
  'phone',
  'email',
  'non_mailing',
  'phone_private',
  'proofs',
  'objected_on',
  'restricted_on',
  'created_on',
] as const satisfies readonly (keyof PersonRow)[];

export type ContactColumns = Pick<PersonRow, (typeof contactColumns)[number]>;

/** Those columns of the person that goes by this name in the statement. */
export function contactColumnsOf(alias: string): RawBuilder<unknown> {
  return sql.join(contactColumns.map((column) => sql.ref(`${alias}.${column}`)));
}
export type ContactSettings = Pick<WorkspaceRow, 'contact_country' | 'country' | 'sender_kind'>;

/** What is known of a person, as permission needs it. A suppression hit is one more day of objection (withObjection). */
export function toKnownContact(person: ContactColumns, settings: ContactSettings): KnownContact {
  return {
    subject: person.legal_form,
    country: countryOf(person.country, person.phone, settings.contact_country ?? settings.country),
    senderKind: settings.sender_kind,
    basis: person.basis,
    objectedOn: person.objected_on,
    restrictedOn: person.restricted_on,
    customerOn: person.basis === 'customer' ? person.created_on : null,
    nonMailing: person.non_mailing,
    privateNumber: person.phone_private,
    email: person.email,
    proofs: person.proofs,
  };
}

/** Nobody to contact: an organisation without a person. */
export function nobodyKnown(settings: ContactSettings, on: Day): KnownContact {
  return toKnownContact(
    {
      legal_form: 'unknown',
      basis: 'unverified',
      country: null,
      phone: null,
      email: null,
      non_mailing: false,
      phone_private: false,
      proofs: [],
      objected_on: null,
      restricted_on: null,
      created_on: on,
    },
    settings,
  );
}
