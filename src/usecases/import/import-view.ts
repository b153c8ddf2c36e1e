import type { Import, ImportColumn } from '#contract/import';
import type { ImportRow } from '#db/import';

export const undoDays = 7;

/** So many of what stayed after an undo are named; all are counted. */
export const mostKept = 100;

/** A check or commit without a sign of life for so long was killed; nothing of it was written. */
const silentMilliseconds = 60_000;

export function toImportView(row: ImportRow, now: Date): Import {
  const running = row.status === 'checking' || row.status === 'committing';
  const interrupted = running && (row.beat_at === null || now.getTime() - row.beat_at.getTime() > silentMilliseconds);
  return {
    id: row.id,
    fileName: row.file_name,
    kind: row.kind,
    recognised: row.recognised,
    rows: row.row_count,
    columns: row.columns as ImportColumn[],
    status: interrupted ? 'failed' : row.status,
    progress: { done: row.done_count, total: row.row_count },
    counts: row.counts as Import['counts'],
    rejected: row.rejected as Import['rejected'],
    history: row.history as Import['history'],
    currencies: row.currencies as string[],
    failure: interrupted ? { code: 'import_interrupted', detail: '' } : (row.failure as Import['failure']),
    undoUntil:
      row.status === 'committed' && row.committed_at
        ? new Date(row.committed_at.getTime() + undoDays * 86_400_000).toISOString()
        : null,
    keptAfterUndo: row.kept_after_undo,
    kept: [],
    createdAt: row.created_at.toISOString(),
  };
}
