import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { dayIn } from '#core/day/day';
import { recount } from '#core/opportunity/recount';
import { isOutOfRanking } from '#core/privacy/on-hold';
import { AppError } from '#contract/app-error';
import type { Import } from '#contract/import';
import { addToCounters } from '#db/counter';
import {
  deleteUnusedOfImport,
  findImport,
  lockImport,
  momentsOfImport,
  touchedOfImport,
  untouchedOfImport,
  updateImport,
} from '#db/import';
import { changedByMembers, forgetImage, imagesOf, keptOfImport, lastEnd, unlinkOfImport } from '#db/import-changed';
import { deleteDaysOfImport } from '#db/important-day';
import { inboundsOf, momentsOf, renumberMoments, toMomentFacts, voidMoments } from '#db/moment';
import {
  deleteOpportunities,
  lockOpportunities,
  restoreOpportunityRow,
  toFacts,
  updateOpportunity,
} from '#db/opportunity';
import { findPerson, lockPersons, restorePersonRow } from '#db/person';
import { insertEvents, voidEvents } from '#db/event';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { refreshAverage } from '../engine/refresh-average.ts';
import { eventAbout } from '../opportunity/write-change.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { mostKept, toImportView, undoDays } from './import-view.ts';

const batch = 1000;

/** Takes an import back within 7 days (definition 16): what was used since is kept and listed, the rest goes, in one transaction. */
export async function undoImport(context: Context, id: string): Promise<Import> {
  const undone = await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const row = await lockImport(tx, id);
    if (!row) throw new AppError('not_found', { at: 'import' });
    if (row.status !== 'committed' || !row.committed_at) throw new AppError('nothing_to_undo', { at: 'import' });
    if (context.now().getTime() - row.committed_at.getTime() > undoDays * 86_400_000)
      throw new AppError('undo_expired', { at: 'import' });
    await takeMomentsBack(tx, context, id);
    await restoreChanged(tx, id);
    await deleteUntouched(tx, id);
    await restorePersons(tx, id);
    const unlinked = await unlinkOfImport(tx, id);
    await deleteDaysOfImport(tx, id);
    await deleteUnusedOfImport(tx, id);
    await refreshSearch(tx, unlinked);
    const kept = await keptOfImport(tx, id, mostKept);
    await updateImport(tx, id, {
      status: 'undone',
      words_due: false,
      undone_at: context.now(),
      kept_after_undo: kept.count,
    });
    const after = await findImport(tx, id);
    if (!after) throw new Error('the import under undo is gone');
    return { ...toImportView(after, context.now()), kept: kept.rows };
  });
  await refreshAverage(context);
  return undone;
}

async function deleteUntouched(tx: Tx, importId: string): Promise<void> {
  for (;;) {
    const ids = await untouchedOfImport(tx, importId, batch);
    if (ids.length === 0) return;
    const rows = await lockOpportunities(tx, ids);
    await addToCounters(
      tx,
      counterDelta(
        rows.flatMap((row) => contributions(toFacts(row), [])),
        [],
      ),
    );
    await deleteOpportunities(tx, ids);
  }
}

/**
 * Moments that a file brought. An opportunity that it made goes whole when nobody used it since; of one that was there the moments are
 * voided and the rest renumbered, unless it ended since: then they stay.
 */
async function takeMomentsBack(tx: Tx, context: Context, importId: string): Promise<void> {
  const workspace = await loadWorkspace(tx);
  const images = await imagesOf(tx, importId);
  for (const { opportunityId, momentIds } of await momentsOfImport(tx, importId)) {
    const [row] = await lockOpportunities(tx, [opportunityId]);
    if (!row) continue;
    const before = (await momentsOf(tx, opportunityId)).map(toMomentFacts);
    const left = before.filter((m) => !momentIds.includes(m.id));
    const used = (await changedByMembers(tx, [opportunityId])).size > 0;
    if (row.import_id === importId) {
      if (used || left.length > 0) continue;
      await addToCounters(tx, counterDelta(contributions(toFacts(row), before), []));
      await deleteOpportunities(tx, [opportunityId]);
      continue;
    }
    const image = images.get(opportunityId);
    const back = image?.version === row.version ? await imageToday(tx, image.before) : null;
    if (row.state !== 'open' && !back) continue;
    await voidMoments(tx, momentIds, context.now());
    if (back) await restoreOpportunityRow(tx, back);
    await forgetImage(tx, importId, opportunityId);
    const [present] = await lockOpportunities(tx, [opportunityId]);
    if (!present) continue;
    const counted = recount(toFacts(present), left, await inboundsOf(tx, opportunityId));
    await renumberMoments(tx, counted.moments);
    await updateOpportunity(tx, counted.opportunity, averageNow(workspace));
    if (row.state !== present.state) await voidEvents(tx, await lastEnd(tx, opportunityId), context.now());
    await insertEvents(tx, [
      eventAbout(context, counted.opportunity, {
        kind: 'undone',
        happened_on: dayIn(context.now(), workspace.time_zone),
      }),
    ]);
    await addToCounters(
      tx,
      counterDelta(contributions(toFacts(row), before), contributions(counted.opportunity, counted.moments)),
    );
  }
}

/**
 * An image as it may be put back today. An objection stays when its file is taken back (definition 2): what was let go or sold gets its image
 * with it, and what was open is not put back to work (null).
 */
async function imageToday(tx: Tx, before: Record<string, unknown>): Promise<Record<string, unknown> | null> {
  const personId = before['person_id'];
  const person = typeof personId === 'string' ? await findPerson(tx, personId) : undefined;
  if (person === undefined) return before;
  const objected = isOutOfRanking(person);
  return objected && before['state'] === 'open' && before['objected'] !== true ? null : { ...before, objected };
}

/** Opportunities whose title, value or wish a row replaced get their image back, unless somebody changed them since. */
async function restoreChanged(tx: Tx, importId: string): Promise<void> {
  const workspace = await loadWorkspace(tx);
  for (const { opportunityId, before, version } of (await imagesOf(tx, importId)).values()) {
    const [row] = await lockOpportunities(tx, [opportunityId]);
    if (row?.version !== version) continue;
    const back = await imageToday(tx, before);
    if (!back) continue;
    const moments = (await momentsOf(tx, opportunityId)).map(toMomentFacts);
    await restoreOpportunityRow(tx, back);
    const [restored] = await lockOpportunities(tx, [opportunityId]);
    if (!restored) continue;
    await updateOpportunity(tx, toFacts(restored), averageNow(workspace));
    await addToCounters(
      tx,
      counterDelta(contributions(toFacts(row), moments), contributions(toFacts(restored), moments)),
    );
    await forgetImage(tx, importId, opportunityId);
  }
}

/** Persons that the import filled in get their image back, unless somebody changed them since. */
async function restorePersons(tx: Tx, importId: string): Promise<void> {
  const touched = await touchedOfImport(tx, importId);
  const rows = new Map(
    (
      await lockPersons(
        tx,
        touched.map((t) => t.personId),
      )
    ).map((row) => [row.id, row]),
  );
  const unchanged = touched.filter((one) => rows.get(one.personId)?.version === one.version);
  for (const one of unchanged) await restorePersonRow(tx, one.before);
  await refreshSearch(
    tx,
    unchanged.map((one) => one.personId),
  );
}
