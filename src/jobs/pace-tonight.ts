import { membersToPace } from '#db/pace-turn';
import { refreshAverageTonight } from '#usecases/engine/refresh-average';
import { refreshPaceTonight } from '#usecases/pace/refresh-pace';
import type { Job } from './job.ts';

/** A night has room for more; what is left over is taken up at the next turn. */
const mostATurn = 2000;

/**
 * Once a day of the workspace: what a sale is worth on average. Once a day of each member's own: their opportunities are fitted to their
 * hours (product.md, definition 11), in the member's own name, as it is theirs to take back. Idempotent by the days that are noted with both.
 */
export const paceTonight: Job = {
  name: 'pace tonight',
  everyMinutes: 10,
  async run(world, stopping) {
    const { databases, now, newId, failed } = world;
    const averaged = new Set<string>();
    for (const { workspaceId, memberId } of await membersToPace(databases, now(), mostATurn)) {
      if (stopping.aborted) return;
      const actor = { workspaceId, memberId, role: 'seller' as const };
      try {
        // First, as the pace goes by it; at the first member of a workspace whose night it is.
        if (!averaged.has(workspaceId)) await refreshAverageTonight({ databases, actor, now }, stopping);
        averaged.add(workspaceId);
        if (stopping.aborted) return;
        await refreshPaceTonight({ databases, actor, now, newId });
      } catch (error) {
        failed(paceTonight.name, error, { workspaceId, memberId });
      }
    }
  },
};
