import { workspacesWithPage } from '#db/public-page';
import { tendPage } from '#usecases/public-page/tend-page';
import type { Job } from './job.ts';

/**
 * What the public pages lead to: mails of confirmation, lessons and tips whose time has come, requests of the contact form, and who did not
 * confirm within seven days is forgotten. The page itself sets this to work at once; this is for what has a time, and for what a crash left.
 */
export const publicPages: Job = {
  name: 'public pages',
  everyMinutes: 1,
  async run(world, stopping) {
    const { publicLinks: links } = world;
    if (links === undefined) return;
    for (const workspaceId of await workspacesWithPage(world.databases)) {
      if (stopping.aborted) return;
      try {
        await tendPage({ ...world, links }, workspaceId, stopping);
      } catch (error) {
        world.failed(publicPages.name, error, { workspaceId });
      }
    }
  },
};
