import { membersWithDevices } from '#db/push';
import { sendNotices } from '#usecases/push/send-notices';
import type { Job } from './job.ts';

const mostATurn = 5000;

/** The notices of a morning and of who waits, to whom has a device. At most once each by the day that is noted before they are sent. */
export const pushNotices: Job = {
  name: 'push notices',
  everyMinutes: 5,
  async run(world, stopping) {
    const { databases, now, newId, failed, sendPush } = world;
    for (const { workspaceId, memberId } of await membersWithDevices(databases, mostATurn)) {
      if (stopping.aborted) return;
      const actor = { workspaceId, memberId, role: 'seller' as const };
      try {
        await sendNotices({ databases, actor, now, newId }, sendPush);
      } catch (error) {
        failed(pushNotices.name, error, { workspaceId, memberId });
      }
    }
  },
};
