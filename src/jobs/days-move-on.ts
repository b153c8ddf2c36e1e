import { addDays, dayIn } from '#core/day/day';
import { graceDays } from '#core/relationship/important-day';
import { workspacesWithPassedDays } from '#db/important-day';
import { moveDaysOnBefore } from '#usecases/relationship/move-days-on';
import type { Job } from './job.ts';

const mostATurn = 2000;

/**
 * Important days that are over everywhere, their week of grace included, come again next year. Today never waits for it: it does not look
 * at days that long ago.
 */
export const daysMoveOn: Job = {
  name: 'days move on',
  everyMinutes: 60,
  async run(world, stopping) {
    const { databases, now, failed } = world;
    // A day more: somewhere it is still yesterday.
    const before = addDays(dayIn(now(), 'UTC'), -graceDays - 1);
    for (const workspaceId of await workspacesWithPassedDays(databases, before, mostATurn)) {
      try {
        let moved = 1;
        while (moved > 0 && !stopping.aborted) moved = await moveDaysOnBefore({ databases }, workspaceId, before);
      } catch (error) {
        failed(daysMoveOn.name, error, { workspaceId });
      }
    }
  },
};
