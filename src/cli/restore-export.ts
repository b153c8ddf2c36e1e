import { dirname } from 'node:path';
import { AppError } from '#contract/app-error';
import { readLedger } from '#files/backup/ledger-file';
import { putExportBack } from '#usecases/export/put-export-back';
import { eraseAgainIn } from '#usecases/rights/erase-due';
import type { World } from './command.ts';
import { count } from './count.ts';
import { progress } from './progress.ts';
import { verified } from './verify.ts';

/** `restore` of an export: into the company that was just set up. */
export async function restoreExport(world: World, path: string, replace: boolean): Promise<number> {
  if (replace)
    throw new AppError('invalid_request', {
      at: '--replace',
      detail:
        'This is for a backup. An export goes into a company that was just set up: leave the option away, and where there is data take AANHOUDER_DATA=another-folder.',
    });
  const { databases, now, newId } = await world.open();
  const tell = progress(world.say);
  let done = 0;
  const back = await putExportBack({ databases }, path, {
    erased: [...(await readLedger(world.dataFolder)), ...(await readLedger(dirname(path)))],
    told(more) {
      done += more;
      tell(() => `restore: ${count(done, 'record')} put back`);
    },
  });
  world.say(
    `Put back: ${count(back.records, 'record')}. Not in an export, so not here: the bytes of uploads, tokens, devices for notices, and who is signed in.`,
  );
  world.say(`You sign in as before, and are now ${back.owner}, the owner in the export.`);
  if (back.withoutSignIn.length > 0)
    world.say(
      `Without a sign-in yet: ${back.withoutSignIn.join(', ')}. Give each theirs with \`aanhouder member add\`, by the same name; what they did stays theirs.`,
    );
  if (back.objections > 0)
    world.say(
      `The list of objections came without its key, which only a backup holds: ${count(back.objections, 'address', 'addresses')} of who objected and is erased since will not be known when they come in again. Who is still here is known by their own page.`,
    );
  const again = await eraseAgainIn({ databases, now, newId }, back.workspaceId);
  if (again > 0) world.say(`Erased again, as they were erased after this export: ${count(again, 'person')}.`);
  return verified(world, databases);
}
