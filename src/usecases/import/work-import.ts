import { AppError } from '#contract/app-error';
import type { Import, ImportChoices } from '#contract/import';
import { rankAllAnew } from '#db/average-sale';
import { findImport, importContent, type ImportRow, lockImport, updateImport } from '#db/import';
import { holdImport, isHeld } from '#db/import-lock';
import { refusalOfFault } from '#db/refusal-of-fault';
import { settleAfterImport } from '#db/bulk';
import { leaveWordsForLater } from '#db/import-words';
import { inWorkspace } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { TableFile } from '#files/table-file';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { refreshAverage } from '../engine/refresh-average.ts';
import { importMoments } from './import-moments.ts';
import { chosenColumns, makeJob } from './import-job.ts';
import { isRunning, toImportView } from './import-view.ts';
import { type ImportResult, runImport } from './run-import.ts';
import { openOrRefuse } from './upload-import.ts';
import { wordsFollow } from './words-follow.ts';

export type Mode = 'check' | 'commit';

/** Carries the result of a dry run out of its transaction, which is rolled back by it. */
class DryRunEnd extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('dry run');
    this.result = result;
  }
}

/** How often progress is written, at most. */
const beatMilliseconds = 500;

/**
 * Starts a dry run or a commit and answers at once; `finished` settles when it is done. One transaction holds the whole import: killed
 * half-way, by whatever, nothing of it is there. The dry run is the same code, rolled back.
 */
export async function workImport(
  context: Context,
  id: string,
  choices: ImportChoices,
  mode: Mode,
): Promise<{ view: Import; finished: Promise<Import> }> {
  const row = await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const locked = await lockImport(tx, id);
    if (!locked) throw new AppError('not_found', { at: 'import' });
    const held = !isRunning(locked) || (await isHeld(tx, id));
    const { status, columns } = toImportView(locked, context.now(), held);
    if (status === 'committed' || status === 'undone') throw new AppError('import_already_done', { at: 'import' });
    if (status === 'checking' || status === 'committing')
      throw new AppError('import_not_ready', { at: 'import', facts: { status } });
    // Before anything is written: a refused request leaves no trace, not even a failed import.
    if (choices.assigneeId !== undefined && !(await findMember(tx, choices.assigneeId)))
      throw new AppError('assignee_missing', { at: 'assigneeId' });
    chosenColumns(columns, choices.fields);
    await updateImport(tx, id, {
      status: mode === 'check' ? 'checking' : 'committing',
      choices: JSON.stringify(choices),
      failure: null,
      done_count: 0,
      beat_at: context.now(),
    });
    return findImport(tx, id);
  });
  if (!row) throw new AppError('not_found', { at: 'import' });
  // The view for the caller first: what runs on must not hold it up, nor end the process when it fails.
  const finished = work(context, row, choices, mode);
  finished.catch(() => undefined);
  return { view: toImportView(row, context.now()), finished };
}

async function work(context: Context, row: ImportRow, choices: ImportChoices, mode: Mode): Promise<Import> {
  try {
    const content = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => importContent(tx, row.id));
    if (!content)
      throw new AppError('import_not_ready', {
        at: row.file_name,
        detail: 'the file is no longer kept; upload it again',
      });
    const view = toImportView(row, context.now());
    const table = await openOrRefuse(
      row.file_name === 'paste' ? { text: content.toString('utf8') } : { bytes: content },
      row.file_name,
    );
    const one = { id: row.id, kind: row.kind, columns: view.columns, rows: row.row_count };
    const result = await runOnce(context, one, table, choices, mode);
    const finished = await finish(context, row.id, { status: mode === 'check' ? 'checked' : 'committed', result });
    // The import stands, whatever happens here: what is left of it a job takes up, and tells.
    if (finished.wordsFollow) await wordsFollow(context, row.id).catch(() => undefined);
    return finished;
  } catch (error) {
    await finish(context, row.id, { status: 'failed', failure: failureOf(error) }).catch(() => undefined);
    throw error;
  }
}

/** Why it failed, for the wizard: a code and, where there is one, the reason or place. */
export function failureOf(error: unknown): { code: string; detail: string } {
  const known = error instanceof AppError ? error : refusalOfFault(error);
  if (known === null) return { code: 'internal', detail: '' };
  return { code: known.code, detail: String(known.facts?.['reason'] ?? known.detail ?? known.at ?? '') };
}

/** One whole run, committed or rolled back. */
export async function runOnce(
  context: Context,
  one: Parameters<typeof makeJob>[2],
  table: TableFile,
  choices: ImportChoices,
  mode: Mode,
): Promise<ImportResult> {
  let last = 0;
  const beat = async (done: number) => {
    const now = Date.now();
    if (now - last < beatMilliseconds) return;
    last = now;
    // Its own transaction, so that others see how far it is.
    await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
      updateImport(tx, one.id, { done_count: done, beat_at: context.now() }),
    );
  };
  let brought: ImportResult;
  try {
    brought = await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
      await holdImport(tx, one.id);
      const job = await makeJob(tx, context, one, choices, beat);
      if (job.settings.wordsLater) await leaveWordsForLater(tx);
      const result =
        one.kind === 'moments'
          ? await importMoments(tx, context, table, job)
          : await runImport(tx, context, table, job);
      if (mode === 'check') throw new DryRunEnd(result);
      await settleAfterImport(tx, result.counts.created + result.counts.persons);
      // What it counted together with the rows: killed right after this, the import still says what it brought.
      await updateImport(tx, one.id, {
        status: 'committed',
        words_due: job.settings.wordsLater,
        committed_at: context.now(),
        counts: JSON.stringify(result.counts),
        rejected: JSON.stringify(result.faults),
      });
      const ranked = averageNow(job.surroundings.workspace);
      if (averageNow(await loadWorkspace(tx)) !== ranked) await rankAllAnew(tx);
      return result;
    });
  } catch (error) {
    if (error instanceof DryRunEnd) return error.result;
    throw error;
  }
  // The sales that it brought say at once what a sale is worth.
  await refreshAverage(context);
  return brought;
}

async function finish(
  context: Context,
  id: string,
  end: {
    status: 'checked' | 'committed' | 'failed';
    result?: ImportResult;
    failure?: { code: string; detail: string };
  },
): Promise<Import> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const present = await lockImport(tx, id);
    if (!present) throw new AppError('not_found', { at: 'import' });
    await updateImport(tx, id, {
      // A commit that stood is not unsaid by a fault that came after it.
      status: present.status === 'committed' ? 'committed' : end.status,
      beat_at: context.now(),
      ...(end.result && {
        counts: JSON.stringify(end.result.counts),
        rejected: JSON.stringify(end.result.faults),
        done_count: present.row_count,
      }),
      failure: end.failure ? JSON.stringify(end.failure) : null,
    });
    const row = await findImport(tx, id);
    if (!row) throw new AppError('not_found', { at: 'import' });
    return toImportView(row, context.now());
  });
}
