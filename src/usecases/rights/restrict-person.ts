import { dayIn } from '#core/day/day';
import { eraseDay } from '#core/privacy/due-day';
import { AppError } from '#contract/app-error';
import type { Person } from '#contract/person';
import { updatePerson } from '#db/person';
import { chosenRestriction } from '#db/rights-log';
import { openRequestOf } from '#db/rights-request';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { objectIn } from '../person/change-person.ts';
import { personView } from '../person/person-view.ts';
import { backInRanking, lockWhole, putPersonOnHold, takePersonOffHold } from './hold-person.ts';
import { noteRights, unsuppress } from './suppression.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inWorkspace(context.databases, context.actor.workspaceId, work);
const todayOf = async (tx: Tx, context: Context) => dayIn(context.now(), (await loadWorkspace(tx)).time_zone);

/** Kept, and not used (AVG, article 18). Once more changes nothing. */
export function restrictPerson(context: Context, id: string): Promise<Person> {
  return inside(context, async (tx) => {
    const row = await lockWhole(tx, id);
    if (row.restricted_on === null) {
      await putPersonOnHold(tx, context, row, await todayOf(tx, context));
      await noteRights(tx, context, 'restricted', { personId: id });
    }
    return personView(tx, id);
  });
}

/** In use again. An erasure that is waited for is taken back on its own. */
export function endRestriction(context: Context, id: string): Promise<Person> {
  return inside(context, async (tx) => {
    const row = await lockWhole(tx, id);
    if (row.restricted_on === null || row.erase_on !== null) throw new AppError('not_restricted', { at: 'person' });
    await takePersonOffHold(tx, context, row);
    await noteRights(tx, context, 'restriction_ended', { personId: id });
    return personView(tx, id);
  });
}

/**
 * Asks for an erasure (AVG, article 17): out of use at once, gone after a hold of 30 days, or earlier when the request is due earlier.
 * `objects`: they want no contact either, which outlives the erasure as a hash.
 */
export function askErasure(context: Context, id: string, options: { objects: boolean }): Promise<Person> {
  return inside(context, async (tx) => {
    if (options.objects) await objectIn(tx, context, id);
    const row = await lockWhole(tx, id);
    if (row.erase_on !== null) return personView(tx, id);
    await eraseLater(tx, context, id);
    return personView(tx, id);
  });
}

/** Puts a locked person in the hold before an erasure. */
export async function eraseLater(tx: Tx, context: Context, id: string): Promise<void> {
  const row = await lockWhole(tx, id);
  const today = await todayOf(tx, context);
  if (row.restricted_on === null) await putPersonOnHold(tx, context, row, today);
  const request = await openRequestOf(tx, id, 'erase');
  await updatePerson(tx, id, { erase_on: eraseDay(today, request?.due_on ?? null) });
  await noteRights(tx, context, 'erasure_asked', { personId: id, requestId: request?.id ?? null });
}

/** Taken back within the hold: as it was, also when they were restricted before. */
export function undoErasure(context: Context, id: string): Promise<Person> {
  return inside(context, async (tx) => {
    const row = await lockWhole(tx, id);
    if (row.erase_on === null) throw new AppError('nothing_to_undo', { at: 'person' });
    if (await chosenRestriction(tx, id)) await updatePerson(tx, id, { erase_on: null });
    else await takePersonOffHold(tx, context, row);
    await noteRights(tx, context, 'erasure_undone', { personId: id });
    return personView(tx, id);
  });
}

/**
 * They want contact again, by a consent of their own (contact-law.md): off the list, and no longer objecting. Opportunities that stopped stay
 * stopped; they may be picked up again.
 */
export function withdrawObjection(context: Context, id: string, reason: string): Promise<Person> {
  return inside(context, async (tx) => {
    const row = await lockWhole(tx, id);
    if (row.objected_on === null) throw new AppError('not_objected', { at: 'person' });
    if (reason.trim().length < 3) throw new AppError('reason_missing', { at: 'reason' });
    await unsuppress(tx, row);
    await updatePerson(tx, id, { objected_on: null, suppressed_by: null });
    await backInRanking(tx, context, id);
    await noteRights(tx, context, 'objection_withdrawn', { personId: id, reason: reason.trim() });
    return personView(tx, id);
  });
}
