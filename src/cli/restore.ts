import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/app-error';
import { readLedger } from '#files/backup/ledger-file';
import { isExport } from '#files/export/open-export';
import { restoreBackup } from '#usecases/backup/restore-backup';
import { eraseAgain } from '#usecases/rights/erase-due';
import { backupTo, fileOf, summaryOf } from './backup.ts';
import type { Command } from './command.ts';
import { count } from './count.ts';
import { progress } from './progress.ts';
import { restoreExport } from './restore-export.ts';
import { verified } from './verify.ts';

export const restore: Command = {
  words: ['restore'],
  summary: 'Puts a backup, or an export as JSON, back into an empty installation, whole or not at all, and verifies it',
  arguments: '<file>',
  options: {
    replace: { type: 'boolean', help: 'A backup only, also when there is data: a backup of that is kept first' },
    key: {
      type: 'string',
      help: 'An export only: the key of its list of objections; without it the file beside the export, with .key behind its name',
    },
    passphrase: { type: 'string', help: 'With which that key was sealed' },
  },
  async run(world, given) {
    const path = fileOf(world, given, 'restore');
    const replace = given.values['replace'] === true;
    if (await isExport(path)) return restoreExport(world, path, given);
    for (const name of ['key', 'passphrase'])
      if (given.values[name] !== undefined)
        throw new AppError('invalid_request', {
          at: `--${name}`,
          detail: 'A backup holds its key itself: leave this away.',
        });
    const { databases, now, newId } = await world.open();
    const tell = progress(world.say);
    let bytes = 0;
    const erased = [...(await readLedger(world.dataFolder)), ...(await readLedger(dirname(path)))];
    const restored = await restoreBackup(databases, path, {
      replace,
      erased,
      keepCopy: async () => {
        const folder = join(world.dataFolder, 'backups');
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await backupTo(
          world,
          databases,
          join(folder, `before-restore-${new Date().toISOString().replaceAll(':', '-')}.aanhouder`),
        );
      },
      told(more) {
        bytes += more;
        tell(() => `restore: ${Math.round(bytes / 1_000_000)} MB put back`);
      },
    });
    world.say(`Restored, as it was on ${restored.madeAt}: ${summaryOf(restored.rows)}. Everybody signs in again.`);
    const again = await eraseAgain({ databases, now, newId });
    if (again > 0) world.say(`Erased again, as they were erased after this backup: ${count(again, 'person')}.`);
    return verified(world, databases);
  },
};
