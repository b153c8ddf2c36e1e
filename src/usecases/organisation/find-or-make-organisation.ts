import { organisationKey } from '#core/import/name-key';
import { legalFormInName } from '#core/import/parse-legal-form';
import { findOrganisationByKey, insertOrganisation } from '#db/organisation';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';

/** By name without its legal form; BV, NV and stichting in the name suggest a legal person (definition 20). */
export async function findOrMakeOrganisation(
  tx: Tx,
  context: Context,
  name: string,
): Promise<{ id: string; name: string; made: boolean }> {
  const key = organisationKey(name);
  const present = await findOrganisationByKey(tx, key);
  if (present) return { id: present.id, name: present.name, made: false };
  const id = context.newId();
  await insertOrganisation(tx, {
    id,
    name: name.trim(),
    name_key: key,
    legal_form: legalFormInName(name) ?? 'unknown',
    created_at: context.now(),
  });
  return { id, name: name.trim(), made: true };
}
