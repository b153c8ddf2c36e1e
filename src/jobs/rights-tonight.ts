import { workspaceIds } from '#db/identity/account';
import { addToLedger } from '#files/backup/ledger-file';
import { lookForClearing } from '#usecases/rights/clearing';
import { forgetOldFiles } from '#usecases/person/files';
import { eraseDue, wholeLedger } from '#usecases/rights/erase-due';
import type { Job } from './job.ts';

/**
 * Erases whose hold has ended, however long the program was off, lets files go that were taken away, and once a month proposes what to clear: company by company. Idempotent:
 * who is erased is not there any more, and the month is noted. The ledger of the erased is kept beside the database too.
 */
export const rightsTonight: Job = {
  name: 'rights tonight',
  everyMinutes: 60,
  async run(world, stopping) {
    let erased = 0;
    for (const workspaceId of await workspaceIds(world.databases.auth)) {
      if (stopping.aborted) return;
      try {
        erased += await eraseDue(world, workspaceId);
        await lookForClearing(world, workspaceId);
        await forgetOldFiles(world, workspaceId);
      } catch (error) {
        world.failed(rightsTonight.name, error, { workspaceId });
      }
    }
    if (erased > 0 && world.dataFolder !== undefined)
      await addToLedger(world.dataFolder, await wholeLedger(world.databases));
  },
};
