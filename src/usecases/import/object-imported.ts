import type { Day } from '#core/day/day';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import { findPerson, updatePerson } from '#db/person';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { stopForObjection } from '../opportunity/stop-for-objection.ts';
import { noteRights, syncSuppression } from '../rights/suppression.ts';

/**
 * A row that says "no contact" is an objection on the person, as when it is logged; it stays when the import is undone (definition 2).
 * `exceptId`: the opportunity whose moment said so, written already. Also of somebody whom the row itself made.
 */
export async function objectImported(
  tx: Tx,
  context: Context,
  personId: string,
  on: Day,
  exceptId: string | null,
): Promise<void> {
  // Opportunities before the person, as everywhere; the person before what is judged by it.
  await lockOpportunitiesOfPerson(tx, personId);
  const person = await findPerson(tx, personId);
  if (person?.objected_on == null)
    await updatePerson(tx, personId, { objected_on: on, care_on: null, care_channel: null, care_member_id: null });
  await stopForObjection(tx, context, personId, exceptId);
  await syncSuppression(tx, context, [personId]);
  await noteRights(tx, context, 'objected', { personId });
}
