import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '#contract/app-error';
import { readLedger } from '#files/backup/ledger-file';
import { putExportBack } from '#usecases/export/put-export-back';
import { eraseAgainIn } from '#usecases/rights/erase-due';
import { type Given, text, type World } from './command.ts';
import { type CompanyKey, readKeyFile } from '#files/export/key-file';
import { count } from './count.ts';
import { keyPathOf } from './export.ts';
import { progress } from './progress.ts';
import { verified } from './verify.ts';

/** `restore` of an export: into the company that was just set up. */
export async function restoreExport(world: World, path: string, given: Given): Promise<number> {
  if (given.values['replace'] === true)
    throw new AppError('invalid_request', {
      at: '--replace',
      detail:
        'This is for a backup. An export goes into a company that was just set up: leave the option away, and where there is data take AANHOUDER_DATA=another-folder.',
    });
  const key = await keyOf(world, path, given);
  const { databases, now, newId } = await world.open();
  const tell = progress(world.say);
  let done = 0;
  const back = await putExportBack({ databases, now, newId }, path, {
    key,
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
  if (back.objections.addresses > 0)
    world.say(
      key === null
        ? `The key of the list of objections was not given, and did not stand beside the export (${keyPathOf(path)}). Who objects and is still here is on the list again; ${count(back.objections.lost, 'address', 'addresses')} of who was erased since ${back.objections.lost === 1 ? 'is' : 'are'} not known when they come in again. Have you got the key? Then restore into another empty folder, with --key FILE.`
        : `The list of objections is known again by its key: ${count(back.objections.addresses, 'address', 'addresses')}.`,
    );
  const again = await eraseAgainIn({ databases, now, newId }, back.workspaceId);
  if (again > 0) world.say(`Erased again, as they were erased after this export: ${count(again, 'person')}.`);
  return verified(world, databases);
}

/** The one that was named, else the one beside the export. */
async function keyOf(world: World, path: string, given: Given): Promise<CompanyKey | null> {
  const passphrase = text(given, 'passphrase') || null;
  const named = text(given, 'key');
  if (named !== '') return readKeyFile(resolve(world.cwd, named), passphrase);
  const beside = keyPathOf(path);
  try {
    await access(beside);
  } catch {
    if (passphrase === null) return null;
    throw new AppError('not_found', { at: beside, detail: 'There is no key here: name it with --key FILE.' });
  }
  return readKeyFile(beside, passphrase);
}
