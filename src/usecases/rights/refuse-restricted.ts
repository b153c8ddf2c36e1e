import { AppError } from '#contract/app-error';
import type { PersonRow } from '#db/person';

/** Who is restricted is kept, and not used: nothing is planned, logged or merged with them until the restriction ends. */
export function refuseRestricted(person: Pick<PersonRow, 'restricted_on' | 'erase_on'> | null): void {
  if (person?.restricted_on == null) return;
  throw new AppError('person_restricted', {
    at: 'person',
    facts: { restrictedOn: person.restricted_on, eraseOn: person.erase_on },
  });
}
