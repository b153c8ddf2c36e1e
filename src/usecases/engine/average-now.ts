import { type Day, dayIn } from '#core/day/day';
import type { WorkspaceRow } from '#db/workspace';

/**
 * What a sale is worth on average, wherever that is asked: of a new prospect, and of what has no amount of its own. Learned, or the user's
 * guess as long as nothing was (refresh-average.ts decides).
 */
export function averageNow(workspace: Pick<WorkspaceRow, 'average_value' | 'learned_average'>): number {
  return workspace.learned_average ?? workspace.average_value;
}

/** What it rests on: the guess, and so many sales, as they were looked at on that day; null while nobody looked. */
export function averageRests(workspace: WorkspaceRow): { guess: number; sales: number; on: Day | null } {
  const { average_value: guess, learned_sales: sales, learned_at: at, time_zone: zone } = workspace;
  return { guess, sales: sales ?? 0, on: at && dayIn(at, zone) };
}

/** With what an opportunity must be ranked of which the id is this; null while it may still be ranked with the average before. */
export function rankedWith(workspace: WorkspaceRow, id: string): number | null {
  return workspace.ranked_until === null || id <= workspace.ranked_until ? averageNow(workspace) : null;
}
