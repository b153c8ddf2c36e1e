import { bulkRefusal, mostAtOnce } from '#core/bulk/bulk-act';
import { storedStage } from '#core/stage/stages';
import { AppError } from '#contract/app-error';
import type { Bulk, StartBulk } from '#contract/list';
import { type BulkRunRow, forgetOldRuns, insertBulkRun, lockBulkRun, previewRows } from '#db/bulk-run';
import { listedIds } from '#db/opportunity-list';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { listFilterFrom } from '../list/list-filter.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { runBatch } from './run-batch.ts';

const namesShown = 5;
/** As long as anything of it can be taken back, and some days to see what was done. */
const keptDays = 7;

/**
 * Decides whom an act on many is about and says what it would do: how many, which are left as they are and why. Nothing is changed yet;
 * POST /bulk/:id/next does it, a batch at a time.
 */
export async function startBulk(context: Context, input: StartBulk): Promise<Bulk> {
  const { databases, actor } = context;
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const { today, workspace } = await loadSurroundings(tx, actor.memberId, context.now());
    const act = await actFrom(tx, input.act, workspace);
    if (act.kind === 'export' && !['owner', 'manager'].includes(actor.role))
      throw new AppError('forbidden', { at: 'act', detail: 'An owner or manager takes lists out.' });
    if (act.kind === 'plan' && act.on < today) throw new AppError('next_in_past', { at: 'act.on', facts: { today } });
    const ids = await idsOf(tx, input, workspace, today);
    if (ids.length > mostAtOnce) throw new AppError('too_many_at_once', { at: 'filter', facts: { most: mostAtOnce } });
    await forgetOldRuns(tx, new Date(context.now().getTime() - keptDays * 86_400_000));
    const id = context.newId();
    await insertBulkRun(tx, { id, memberId: actor.memberId, act, ids, at: context.now() });
    return preview(tx, id, act, ids);
  });
}

/** The next batch, in a transaction of its own. `position`: the one that the caller knows; another one means that it was done already. */
export async function goOnWithBulk(context: Context, id: string, position: number): Promise<Bulk> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const run = await lockBulkRun(tx, id);
    if (!run || run.member_id !== context.actor.memberId) throw new AppError('not_found', { at: 'bulk' });
    if (run.act.kind === 'export')
      throw new AppError('invalid_request', { at: 'bulk', detail: 'This one is for /bulk/:id/export.csv.' });
    if (run.position !== position || run.position >= run.opportunity_ids.length) return soFar(run);
    return soFar(await runBatch(tx, context, { ...run, act: run.act }));
  });
}

async function actFrom(tx: Tx, act: StartBulk['act'], { stages }: WorkspaceRow): Promise<BulkRunRow['act']> {
  switch (act.kind) {
    case 'plan':
      return { kind: 'plan', on: dayFrom(act.on, 'act.on'), channel: act.channel ?? null };
    case 'assign': {
      const member = await findMember(tx, act.assigneeId);
      if (!member || member.role === 'viewer') throw new AppError('assignee_missing', { at: 'act.assigneeId' });
      return act;
    }
    case 'stage': {
      const stage = storedStage(stages, act.stage);
      if (stage === undefined) throw new AppError('stage_missing', { at: 'act.stage' });
      return { kind: 'stage', stage };
    }
    case 'stop':
      return { kind: 'stop', saidNo: act.saidNo, reason: act.reason, note: act.note?.trim() || null };
    default:
      return act;
  }
}

async function idsOf(
  tx: Tx,
  input: StartBulk,
  workspace: WorkspaceRow,
  today: Awaited<ReturnType<typeof loadSurroundings>>['today'],
): Promise<string[]> {
  if ((input.opportunityIds === undefined) === (input.filter === undefined))
    throw new AppError('invalid_request', { at: 'opportunityIds', detail: 'Either these, or all of a filter.' });
  if (input.opportunityIds) {
    const ids = input.opportunityIds.toSorted();
    if ((await previewRows(tx, ids)).length < ids.length) throw new AppError('not_found', { at: 'opportunityIds' });
    return ids;
  }
  const assigneeId = input.filter?.assigneeId;
  if (assigneeId && !(await findMember(tx, assigneeId)))
    throw new AppError('assignee_missing', { at: 'filter.assigneeId' });
  return listedIds(tx, await listFilterFrom(tx, input.filter ?? {}, workspace, today), mostAtOnce + 1);
}

async function preview(tx: Tx, id: string, act: BulkRunRow['act'], ids: readonly string[]): Promise<Bulk> {
  const rows = await previewRows(tx, ids);
  const refused = new Map<string, string[]>();
  for (const row of rows) {
    const why = act.kind === 'export' ? null : bulkRefusal(act, row);
    if (why) refused.set(why, [...(refused.get(why) ?? []), row.name]);
  }
  const missing = ids.length - rows.length;
  if (missing > 0)
    refused.set(
      'not_found',
      Array.from({ length: missing }, () => ''),
    );
  const count = [...refused.values()].reduce((sum, names) => sum + names.length, 0);
  return {
    id,
    total: ids.length,
    position: 0,
    done: ids.length - count,
    refused: [...refused].map(([code, names]) => ({
      code: code as Bulk['refused'][number]['code'],
      count: names.length,
      names: names.filter((name) => name !== '').slice(0, namesShown),
    })),
    changeId: null,
  };
}

function soFar(run: BulkRunRow): Bulk {
  return {
    id: run.id,
    total: run.opportunity_ids.length,
    position: run.position,
    done: run.done,
    refused: Object.entries(run.refused).map(([code, count]) => ({
      code: code as Bulk['refused'][number]['code'],
      count,
      names: [],
    })),
    changeId: run.change_ids.length > 0 ? run.id : null,
  };
}
