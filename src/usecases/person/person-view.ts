import type { Person } from '#contract/person';
import { isPlace } from '#core/person/postal-address';
import { weeksOfDays } from '#core/relationship/keep-in-touch';
import { AppError } from '#contract/app-error';
import { findPerson, type OrganisationOfPerson, organisationsOfPerson, type PersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
import { addressOf } from './person-fields.ts';

/** Their own address, else that of the first organisation that has one. */
function placeOf(row: PersonRow, places: readonly OrganisationOfPerson[]): Person['address'] {
  if (isPlace(row)) return { ...addressOf(row), of: 'person' };
  const place = places.find(isPlace);
  return place ? { ...addressOf(place), of: 'organisation' } : null;
}

export function toPersonView(row: PersonRow, places: readonly OrganisationOfPerson[]): Person {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    firstName: row.first_name,
    particle: row.particle,
    lastName: row.last_name,
    email: row.email,
    emailDeadOn: row.email_dead_on,
    phone: row.phone,
    linkedin: row.linkedin,
    street: row.street,
    postcode: row.postcode,
    city: row.city,
    address: placeOf(row, places),
    organisations: places.map(({ id, name, title }) => ({ id, name, title })),
    legalForm: row.legal_form,
    basis: row.basis,
    objectedOn: row.objected_on,
    country: row.country,
    nonMailing: row.non_mailing,
    phonePrivate: row.phone_private,
    suppressed: row.suppressed_by !== null,
    restrictedOn: row.restricted_on,
    eraseOn: row.erase_on,
    goodToKnow: row.good_to_know,
    howMet: row.how_met,
    careOn: row.care_on,
    careChannel: row.care_channel,
    careEveryWeeks: row.care_every_days === null ? null : weeksOfDays(row.care_every_days),
    careFrom: row.care_from,
    carePausedUntil: row.care_paused_until,
    careMemberId: row.care_member_id,
    matters: row.matters,
    family: row.family,
    interests: row.interests,
    addressForm: row.address_form,
    neverDays: row.never_days,
    toComplete: row.to_complete,
    custom: row.custom,
    createdOn: row.created_on,
  };
}

export async function personView(tx: Tx, id: string): Promise<Person> {
  const [row, organisations] = await Promise.all([findPerson(tx, id), organisationsOfPerson(tx, id)]);
  if (!row) throw new AppError('not_found', { at: 'person' });
  return toPersonView(row, organisations);
}
