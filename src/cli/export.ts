import { exportToFile, exportToFolder } from '#usecases/export/export-workspace';
import { fileOf } from './backup.ts';
import { choiceOption } from './choice-option.ts';
import { count } from './count.ts';
import { type Command, text } from './command.ts';
import { notOverWhatIsThere } from './not-over-what-is-there.ts';
import { progress } from './progress.ts';
import { theOwner } from './the-owner.ts';

export const exportWorkspace: Command = {
  words: ['export'],
  summary: 'Writes everything of a company in open formats: one JSON file, or a folder of lists and vCards',
  arguments: '<file or folder>',
  options: {
    format: { type: 'string', help: 'json (one file, nothing lost; without it) or csv (a folder, for spreadsheets)' },
    overwrite: {
      type: 'boolean',
      help: 'Replaces a file that exists, or an earlier export in a folder; they are refused without',
    },
    workspace: { type: 'string', help: 'Id of the workspace, when there are several' },
  },
  async run(world, given) {
    const path = fileOf(world, given, 'export');
    const format = choiceOption(given, 'format', ['json', 'csv']) ?? 'json';
    await notOverWhatIsThere(path, format === 'json' ? 'file' : 'folder', given.values['overwrite'] === true);
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
  },
};
