import { Readable } from 'node:stream';
import { AppError } from '#contract/app-error';
import { writeWholeFile } from '#files/whole-file';
import { exportKey } from '#usecases/export/export-key';
import { exportToFile, exportToFolder } from '#usecases/export/export-workspace';
import type { Context } from '#usecases/context';
import { fileOf } from './backup.ts';
import { choiceOption } from './choice-option.ts';
import { count } from './count.ts';
import { type Command, type Given, text } from './command.ts';
import { notOverWhatIsThere } from './not-over-what-is-there.ts';
import { progress } from './progress.ts';
import { theOwner } from './the-owner.ts';

/** Of a passphrase: what is written down is guessed at leisure. */
const leastLetters = 10;
/** Beside the export, by its name; `restore` finds it there. */
export const keyPathOf = (path: string): string => `${path}.key`;

export const exportWorkspace: Command = {
  words: ['export'],
  summary: 'Writes everything of a company in open formats: one JSON file, or a folder of lists and vCards',
  arguments: '<file or folder>',
  options: {
    format: { type: 'string', help: 'json (one file, nothing lost; without it) or csv (a folder, for spreadsheets)' },
    passphrase: {
      type: 'string',
      help: `Seals the key of the list of objections, which stands beside the JSON file; at least ${leastLetters} characters`,
    },
    overwrite: {
      type: 'boolean',
      help: 'Replaces a file that exists, or an earlier export in a folder; they are refused without',
    },
    workspace: { type: 'string', help: 'Id of the workspace, when there are several' },
  },
  async run(world, given) {
    const path = fileOf(world, given, 'export');
    const format = choiceOption(given, 'format', ['json', 'csv']) ?? 'json';
    const overwrite = given.values['overwrite'] === true;
    const passphrase = passphraseOf(given);
    if (passphrase !== null && format !== 'json')
      throw new AppError('invalid_request', { at: '--passphrase', detail: 'Lists come without a key: leave it away.' });
    await notOverWhatIsThere(path, format === 'json' ? 'file' : 'folder', overwrite);
    if (format === 'json') await notOverWhatIsThere(keyPathOf(path), 'file', overwrite);
    const identity = await world.open();
    const context = { ...identity, actor: await theOwner(identity, text(given, 'workspace')) };
    const tell = progress(world.say);
    let done = 0;
    const told = (more: number) => {
      done += more;
      tell(() => `export: ${count(done, 'record')} written`);
    };
    const paths = format === 'json' ? [path] : await exportToFolder(context, path, told);
    if (format === 'json') await exportToFile(context, path, told);
    world.say(`${count(done, 'record')} in ${paths.join(', ')}`);
    if (format === 'json') world.say(await writeKey(context, keyPathOf(path), passphrase));
  },
};

function passphraseOf(given: Given): string | null {
  const said = text(given, 'passphrase');
  if (said === '') return null;
  if (said.length < leastLetters)
    throw new AppError('invalid_request', {
      at: '--passphrase',
      detail: `Give at least ${leastLetters} characters: some words that belong to nothing are easy to keep.`,
    });
  return said;
}

/** Says what was written, and how to keep it. */
async function writeKey(context: Context, path: string, passphrase: string | null): Promise<string> {
  const key = await exportKey(context, passphrase);
  if (key === null) return 'Nobody is on the list of objections: no key is needed beside it.';
  await writeWholeFile(path, Readable.from([key], { objectMode: false }));
  return `The key of the list of objections is in ${path}${passphrase === null ? '' : ', sealed'}. \`restore\` takes it along; without it, who objected and is erased is not known again. Keep it apart from the export: together they tell whether an address is on the list.`;
}
