import type { Day } from '#core/day/day';
import { legalFormInName } from '#core/import/parse-legal-form';
import type { NewPerson } from '#contract/opportunity';
import { findPersonByAddress, insertPerson, linkOrganisation, type PersonRow, findPerson } from '#db/person';
import { personSuppressedBy } from '#db/suppression';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { noteRights, suppressionOf } from '../rights/suppression.ts';
import { addressColumns, emailColumns, noAddress, nameColumns, phoneColumn } from './person-fields.ts';
import { refreshSearch } from './refresh-search.ts';

/**
 * The person with this mail address or number, else a new one (definition 19: a name alone is never enough). Whose address stands on the list
 * of objections is made without it, and objects.
 */
export async function findOrMakePerson(
  tx: Tx,
  context: Context,
  input: NewPerson,
  facts: { today: Day; country: string; organisation: { id: string; name: string } | null; spoke?: boolean },
): Promise<{ person: PersonRow; made: boolean }> {
  const email = emailColumns(input.email ?? null);
  const phone = phoneColumn(input.phone ?? null, facts.country);
  const suppressed = await suppressionOf(tx, { emailKey: email.email_key, phone });
  const back = suppressed && (await personSuppressedBy(tx, suppressed.subject_id));
  const present =
    (await findPersonByAddress(tx, email.email_key, phone)) ?? (back ? await findPerson(tx, back) : undefined);
  if (present) {
    if (facts.organisation) {
      await linkOrganisation(tx, present.id, facts.organisation.id, null);
      await refreshSearch(tx, [present.id]);
    }
    return { person: present, made: false };
  }
  const id = context.newId();
  const names = nameColumns(input.name);
  await insertPerson(tx, {
    id,
    ...names,
    ...(suppressed
      ? { email: null, email_key: null, phone: null, linkedin: null }
      : { ...email, phone, linkedin: input.linkedin ?? null, ...addressColumns(input, noAddress) }),
    country: input.country ?? null,
    objected_on: suppressed?.objected_on ?? null,
    suppressed_by: suppressed?.subject_id ?? null,
    // BV, NV, stichting in the name suggest a legal person (definition 20).
    legal_form: input.legalForm ?? (facts.organisation && legalFormInName(facts.organisation.name)) ?? 'unknown',
    // Where from was not told: nobody knows, unless both spoke in the same step.
    basis: input.basis ?? (facts.spoke ? 'conversation' : 'unverified'),
    good_to_know: input.goodToKnow ?? null,
    how_met: input.howMet ?? null,
    created_on: facts.today,
    created_at: context.now(),
  });
  if (facts.organisation) await linkOrganisation(tx, id, facts.organisation.id, null);
  if (suppressed) await noteRights(tx, context, 'suppressed', { personId: id });
  await refreshSearch(tx, [id]);
  const person = await findPerson(tx, id);
  if (!person) throw new Error('the person just made is not there');
  return { person, made: true };
}
