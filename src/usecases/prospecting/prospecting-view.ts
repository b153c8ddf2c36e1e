import { isForgotten } from '#core/prospecting/prospecting';
import type { Prospecting } from '#contract/prospecting';
import { opportunitiesMade, type ProspectingRow } from '#db/prospecting';
import type { Tx } from '#db/transaction';

export async function prospectingView(tx: Tx, now: Date, row: ProspectingRow): Promise<Prospecting> {
  const made = await opportunitiesMade(tx, row.member_id, row.started_at, row.ended_at ?? now);
  return {
    id: row.id,
    version: row.version,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    minutes: row.minutes,
    found: row.found,
    made,
    forgotten: row.ended_at === null && isForgotten(row.started_at, now),
    capped: row.capped,
  };
}
