import { counterDelta } from '#core/counter/counter-delta';
import { prospectingContribution } from '#core/prospecting/prospecting';
import { AppError } from '#contract/app-error';
import type { ChangedRecord, ChangeImage } from '#db/change';
import { addToCounters } from '#db/counter';
import {
  deleteProspecting,
  lockProspecting,
  restoreProspectingRow,
  runningProspecting,
  toProspectingFacts,
} from '#db/prospecting';
import type { Tx } from '#db/transaction';

/** Puts stretches of looking for prospects back as they were; a timer that would run beside another one does not: `built_upon`. */
export async function undoProspecting(
  tx: Tx,
  memberId: string,
  { prospectings = [], made }: ChangeImage,
  records: readonly ChangedRecord[],
): Promise<void> {
  const touched = records.filter((record) => record.type === 'prospecting');
  const ids = touched.map((record) => record.id);
  if (ids.length === 0) return;
  const before = await lockProspecting(tx, ids);
  for (const { id, version } of touched) {
    const row = before.find((one) => one.id === id);
    // Thrown away: nothing can have been built on it.
    if (row && row.version !== version) throw new AppError('built_upon', { at: 'prospecting', facts: { id } });
  }
  for (const image of prospectings) {
    const running = image['ended_at'] === null ? await runningProspecting(tx, memberId) : undefined;
    if (running && running.id !== image['id'])
      throw new AppError('built_upon', { at: 'prospecting', facts: { id: running.id } });
    await restoreProspectingRow(tx, image);
  }
  await deleteProspecting(tx, made.prospectings ?? []);
  const after = await lockProspecting(tx, ids);
  await addToCounters(
    tx,
    counterDelta(
      before.flatMap((row) => prospectingContribution(toProspectingFacts(row))),
      after.flatMap((row) => prospectingContribution(toProspectingFacts(row))),
    ),
  );
}
