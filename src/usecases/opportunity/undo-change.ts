import { type CounterRow, contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { isOutOfRanking } from '#core/privacy/on-hold';
import { recount } from '#core/opportunity/recount';
import { AppError } from '#contract/app-error';
import {
  bulkDone,
  type ChangeImage,
  type ChangedRecord,
  lastChangeTo,
  lockChange,
  markUndone,
  paceFitted,
  recordsOfChange,
} from '#db/change';
import { voidConsents } from '#db/consent';
import { deleteContracts, lockContracts, restoreContract } from '#db/contract';
import { addToCounters } from '#db/counter';
import { deleteDayOff } from '#db/day-off';
import { insertEvents, voidEvents } from '#db/event';
import { inboundsOf, momentsOf, renumberMoments, restoreMoments, toMomentFacts, voidMoments } from '#db/moment';
import { deleteNeeds, lockNeeds, restoreNeed } from '#db/need';
import {
  deleteOpportunity,
  findOpportunity,
  lockOpportunities,
  restoreOpportunityRow,
  toFacts,
  updateOpportunity,
} from '#db/opportunity';
import { deletePersonIfUnused, findPerson, lockPersons, restorePersonRow } from '#db/person';
import { lockOrganisations } from '#db/merge-organisation';
import { unmerge } from '#db/merge-person';
import { deletePromises, lockPromises, restorePromiseRow } from '#db/promise';
import { restoreRelationship } from '#db/relationship-image';
import { lockTags } from '#db/tag';
import { restoreTag, type TagImage } from '#db/tag-image';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import { dayIn } from '#core/day/day';
import { undoBulk } from '../bulk/undo-bulk.ts';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { unblockMail } from '../outbox/block-waiting.ts';
import { takeBackMail } from '../outbox/take-back.ts';
import { undoMergedOrganisation } from '../organisation/merge-organisation.ts';
import { undoProspecting } from '../prospecting/undo-prospecting.ts';
import { loadSurroundings } from '../surroundings.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { syncSuppression } from '../rights/suppression.ts';
import { eventAbout } from './write-change.ts';

const undoHours = 24;

/** `kept`: of an act on many, those that were worked on since and stay as they are. */
export type Undone = { changeId: string; opportunityIds: string[]; personIds: string[]; kept?: number };

/** The member's last change to this opportunity or person (definition 16). */
export async function undoLastChange(context: Context, recordId: string): Promise<Undone> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const record = (await findOpportunity(tx, recordId)) ?? (await findPerson(tx, recordId));
    if (!record) throw new AppError('not_found', { at: 'id' });
    const changeId = await lastChangeTo(tx, recordId, context.actor.memberId);
    if (!changeId) throw new AppError('nothing_to_undo', { at: 'id' });
    return undo(tx, context, changeId);
  });
}

export async function undoChange(context: Context, changeId: string): Promise<Undone> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) => undo(tx, context, changeId));
}

/** Puts back the stored images, if nothing was built on them; what the change made is voided, and stays as history. */
async function undo(tx: Tx, context: Context, changeId: string): Promise<Undone> {
  const change = await lockChange(tx, changeId);
  if (!change || change.member_id !== context.actor.memberId) throw new AppError('not_found', { at: 'change' });
  if (change.undone_at) throw new AppError('nothing_to_undo', { at: 'change' });
  if (context.now().getTime() - change.created_at.getTime() > undoHours * 3_600_000)
    throw new AppError('undo_expired', { at: 'change' });
  if (change.kind === bulkDone) {
    const undone = await undoBulk(tx, context, changeId);
    await markUndone(tx, changeId, context.now());
    return { changeId, personIds: [], ...undone };
  }
  const image = change.image as ChangeImage;
  const records = await recordsOfChange(tx, changeId);
  const opportunityIds = records.filter((r) => r.type === 'opportunity').map((r) => r.id);
  const personIds = records.filter((r) => r.type === 'person').map((r) => r.id);
  await takeBackMail(tx, image.made.moments, context.now());
  await checkUnbuilt(tx, records);
  // Persons first: whether they objected decides about their opportunities.
  for (const before of image.persons) await restorePersonRow(tx, before);
  // A consent told in a talk bears the moment's id.
  await voidConsents(tx, [...(image.made.consents ?? []), ...image.made.moments], context.now());
  if (image.tag) await undoTag(tx, context, image.tag);
  if (image.relationship) await restoreRelationship(tx, image.relationship);
  const apart = image.merged ? [await unmerge(tx, image.merged)] : [];
  await undoOpportunities(tx, context, image, opportunityIds, change.kind);
  if (image.mergedOrganisation) apart.push(...(await undoMergedOrganisation(tx, image.mergedOrganisation)));
  const people = [...image.persons.map((before) => String(before['id'])), ...apart];
  await refreshSearch(tx, people);
  await syncSuppression(tx, context, people);
  for (const before of image.promises) await restorePromiseRow(tx, before);
  await deletePromises(tx, image.made.promises);
  await undoProspecting(tx, context.actor.memberId, image, records);
  for (const id of image.made.persons) await deletePersonIfUnused(tx, id);
  for (const before of image.needs ?? []) await restoreNeed(tx, before);
  for (const before of image.contracts ?? []) await restoreContract(tx, before);
  await Promise.all([deleteNeeds(tx, image.made.needs ?? []), deleteContracts(tx, image.made.contracts ?? [])]);
  await unblockMail(tx, context, image.made.blockedMail ?? []);
  for (const id of image.made.daysOff ?? []) await deleteDayOff(tx, context.actor.memberId, id);
  await markUndone(tx, changeId, context.now());
  return { changeId, opportunityIds, personIds };
}

async function undoTag(tx: Tx, context: Context, image: TagImage): Promise<void> {
  const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
  await restoreTag(tx, image, today, context.actor.memberId);
}

async function checkUnbuilt(tx: Tx, records: readonly ChangedRecord[]): Promise<void> {
  const ids = (type: ChangedRecord['type']) => records.filter((r) => r.type === type).map((r) => r.id);
  const found = await Promise.all([
    lockOpportunities(tx, ids('opportunity')),
    lockPersons(tx, ids('person')),
    lockNeeds(tx, ids('need')),
    lockContracts(tx, ids('contract')),
    lockOrganisations(tx, ids('organisation')),
    lockPromises(tx, ids('promise')),
    lockTags(tx, ids('tag')),
  ]);
  const versions = new Map(found.flatMap((rows) => rows.map((row) => [row.id, row.version])));
  for (const record of records) {
    // Prospecting is looked at where it is put back.
    if (record.type === 'prospecting') continue;
    if ((versions.get(record.id) ?? 0) !== record.version)
      throw new AppError('built_upon', { at: record.type, facts: { id: record.id } });
  }
}

async function undoOpportunities(
  tx: Tx,
  context: Context,
  image: ChangeImage,
  ids: readonly string[],
  kind: string,
): Promise<void> {
  const workspace = await loadWorkspace(tx);
  const today = dayIn(context.now(), workspace.time_zone);
  const made = new Set(image.made.opportunities);
  const before = new Map(image.opportunities.map((row) => [String(row['id']), row]));
  const rows = await lockOpportunities(tx, ids);
  // What all of them count now, before anything is voided: a change may touch several (an objection, a spread).
  const present = new Map<string, CounterRow[]>();
  for (const row of rows)
    present.set(row.id, contributions(toFacts(row), (await momentsOf(tx, row.id)).map(toMomentFacts)));
  await voidMoments(tx, image.made.moments, context.now());
  await voidEvents(tx, image.made.events, context.now());
  await restoreMoments(tx, image.moments);
  for (const { id } of rows) {
    if (made.has(id)) {
      await addToCounters(tx, counterDelta(present.get(id) ?? [], []));
      await deleteOpportunity(tx, id);
      continue;
    }
    const old = before.get(id);
    if (!old) continue;
    await restoreOpportunityRow(tx, old);
    const restored = await findOpportunity(tx, id);
    if (!restored) throw new Error('the opportunity under undo is gone');
    const moments = (await momentsOf(tx, id)).map(toMomentFacts);
    const counted = recount(toFacts(restored), moments, await inboundsOf(tx, id));
    const objected = await objectedNow(tx, counted.opportunity);
    // Who takes the night's moves back does not find them done again the next morning.
    const stays = kind === paceFitted && { paced: { by: 'room' as const, on: today } };
    const facts = { ...counted.opportunity, objected, ...stays };
    await renumberMoments(tx, counted.moments);
    await updateOpportunity(tx, facts, averageNow(workspace));
    await addToCounters(tx, counterDelta(present.get(id) ?? [], contributions(facts, counted.moments)));
    await insertEvents(tx, [eventAbout(context, facts, { kind: 'undone', happened_on: today })]);
  }
}

/** Whether the person is out of ranking today. One who objected since, while this was somebody else's, is not put back to work: `built_upon`. */
async function objectedNow(tx: Tx, before: OpportunityFacts): Promise<boolean> {
  if (before.personId === null) return before.objected;
  const person = await findPerson(tx, before.personId);
  const objected = person !== undefined && isOutOfRanking(person);
  if (!person || (objected && !before.objected && before.state === 'open'))
    throw new AppError('built_upon', { at: 'person', facts: { id: before.personId } });
  return objected;
}
