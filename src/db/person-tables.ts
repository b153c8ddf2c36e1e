import type { ColumnType, Generated } from 'kysely';
import type { CustomValues } from '#core/custom-field/custom-field';
import type { Day } from '#core/day/day';
import type { Basis, Channel, LegalForm } from '#core/opportunity/vocabulary';
import type { Proof } from '#core/permission/contact-facts';
import type { AddressForm } from './relationship-tables.ts';

/** People and organisations; what holds of the types stands in tables.ts. */

type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface OrganisationTable {
  workspace_id: string;
  id: string;
  name: string;
  name_key: string;
  legal_form: Generated<LegalForm>;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  import_id: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface PersonTable {
  workspace_id: string;
  id: string;
  name: string;
  first_name: string | null;
  particle: string | null;
  last_name: string | null;
  name_key: string;
  sort_key: string;
  email: string | null;
  email_key: string | null;
  phone: string | null;
  linkedin: string | null;
  legal_form: Generated<LegalForm>;
  basis: Generated<Basis>;
  good_to_know: string | null;
  how_met: string | null;
  care_on: Day | null;
  care_channel: Channel | null;
  care_every_days: number | null;
  matters: string | null;
  family: string | null;
  interests: string | null;
  address_form: AddressForm | null;
  care_member_id: string | null;
  care_from: 'person' | 'tag' | null;
  care_paused_until: Day | null;
  objected_on: Day | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  /** Where they are: what permission looks at, and the last line of their address. */
  country: string | null;
  non_mailing: Generated<boolean>;
  phone_private: Generated<boolean>;
  /** A message to their address came back as nobody's. */
  email_dead_on: Day | null;
  proofs: JsonWithDefault<Proof[]>;
  restricted_on: Day | null;
  erase_on: Day | null;
  suppressed_by: string | null;
  to_complete: Generated<boolean>;
  import_id: string | null;
  custom: JsonWithDefault<CustomValues>;
  never_days: Generated<number[]>;
  version: Generated<number>;
  created_on: Day;
  created_at: Generated<Date>;
}

export interface PersonOrganisationTable {
  workspace_id: string;
  person_id: string;
  organisation_id: string;
  title: string | null;
}

export interface PersonFileTable {
  workspace_id: string;
  id: string;
  person_id: string;
  member_id: string;
  name: string;
  size: number | null;
  removed_at: Date | null;
  created_at: Generated<Date>;
}

export interface PersonFilePartTable {
  workspace_id: string;
  id: string;
  file_id: string;
  place: number;
  content: Buffer;
}
