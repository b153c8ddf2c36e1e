import type { Import, ImportColumn } from '#contract/import';
import type { ImportRow } from '#db/import';

export const undoDays = 7;

/** So many of what stayed after an undo are named; all are counted. */
export const mostKept = 100;

/** A check or commit without a sign of life for so long was killed; nothing of it was written. */
export const silentMilliseconds = 60_000;
/** So long a run may take to begin, on a busy machine too; after it, one that nothing holds (db/import-lock.ts) was killed. */
const beginMilliseconds = 10_000;

export const isRunning = (row: ImportRow): boolean => row.status === 'checking' || row.status === 'committing';

/** What was seen in a file when it came; older ones lack the later parts. */
type Seen = Omit<Import['history'], 'examples'> & {
  headerRow?: number | null;
  examples: (Omit<Import['history']['examples'][number], 'held'> & { held?: number })[];
};

function historyOf({ hasHeld, readable, examples }: Seen): Import['history'] {
  return { hasHeld, readable, examples: examples.map((one) => ({ ...one, held: one.held ?? one.days.length })) };
}

/** `held`: whether a run holds it, where that was looked at. */
export function toImportView(row: ImportRow, now: Date, held = true): Import {
  const silence = now.getTime() - (row.beat_at ?? row.created_at).getTime();
  const interrupted = isRunning(row) && silence > (held ? silentMilliseconds : beginMilliseconds);
  return {
    id: row.id,
    fileName: row.file_name,
    kind: row.kind,
    recognised: row.recognised,
    headerRow: (row.history as Seen).headerRow ?? null,
    rows: row.row_count,
    columns: row.columns as ImportColumn[],
    status: interrupted ? 'failed' : row.status,
    progress: { done: row.done_count, total: row.row_count },
    counts: row.counts as Import['counts'],
    rejected: row.rejected as Import['rejected'],
    history: historyOf(row.history as Seen),
    currencies: row.currencies as string[],
    failure: interrupted ? { code: 'import_interrupted', detail: '' } : (row.failure as Import['failure']),
    undoUntil:
      row.status === 'committed' && row.committed_at
        ? new Date(row.committed_at.getTime() + undoDays * 86_400_000).toISOString()
        : null,
    wordsFollow: row.words_due,
    keptAfterUndo: row.kept_after_undo,
    kept: [],
    createdAt: row.created_at.toISOString(),
  };
}
