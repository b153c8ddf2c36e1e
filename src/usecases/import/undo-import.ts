import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { recount } from '#core/opportunity/recount';
import { AppError } from '#contract/app-error';
import type { Import } from '#contract/import';
import { addToCounters } from '#db/counter';
import {
  countOfImport,
  deleteUnusedOfImport,
  findImport,
  lockImport,
  momentsOfImport,
  touchedOfImport,
  untouchedOfImport,
  updateImport,
} from '#db/import';
import { inboundsOf, momentsOf, renumberMoments, toMomentFacts, voidMoments } from '#db/moment';
import { deleteOpportunities, lockOpportunities, toFacts, updateOpportunity } from '#db/opportunity';
import { lockPersons, restorePersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { toImportView, undoDays } from './import-view.ts';

const batch = 1000;

/** Takes an import back within 7 days (definition 16): what was used since is kept and counted, the rest goes, in one transaction. */
export async function undoImport(context: Context, id: string): Promise<Import> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const row = await lockImport(tx, id);
    if (!row) throw new AppError('not_found', { at: 'import' });
    if (row.status !== 'committed' || !row.committed_at) throw new AppError('nothing_to_undo', { at: 'import' });
    if (context.now().getTime() - row.committed_at.getTime() > undoDays * 86_400_000)
      throw new AppError('undo_expired', { at: 'import' });
    const keptMoments = await takeMomentsBack(tx, context, id);
    await deleteUntouched(tx, id);
    await restorePersons(tx, id);
    await deleteUnusedOfImport(tx, id);
    const kept = (await countOfImport(tx, id)) + keptMoments;
    await updateImport(tx, id, { status: 'undone', undone_at: context.now(), kept_after_undo: kept });
    const after = await findImport(tx, id);
    if (!after) throw new Error('the import under undo is gone');
    return toImportView(after, context.now());
  });
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

/** Moments that a file brought, of opportunities still open: voided, the rest renumbered. Answers how many had to stay. */
async function takeMomentsBack(tx: Tx, context: Context, importId: string): Promise<number> {
  const workspace = await loadWorkspace(tx);
  let kept = 0;
  for (const { opportunityId, momentIds } of await momentsOfImport(tx, importId)) {
    const [row] = await lockOpportunities(tx, [opportunityId]);
    if (!row || row.state !== 'open') {
      kept += momentIds.length;
      continue;
    }
    const before = (await momentsOf(tx, opportunityId)).map(toMomentFacts);
    await voidMoments(tx, momentIds, context.now());
    const left = before.filter((m) => !momentIds.includes(m.id));
    const counted = recount(toFacts(row), left, await inboundsOf(tx, opportunityId));
    if (row.import_id === importId && left.length === 0) {
      await addToCounters(tx, counterDelta(contributions(toFacts(row), before), []));
      await deleteOpportunities(tx, [opportunityId]);
      continue;
    }
    await renumberMoments(tx, counted.moments);
    await updateOpportunity(tx, counted.opportunity, workspace.average_value);
    await addToCounters(
      tx,
      counterDelta(contributions(toFacts(row), before), contributions(counted.opportunity, counted.moments)),
    );
  }
  return kept;
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
