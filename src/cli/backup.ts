import { resolve } from 'node:path';
import { AppError } from '#contract/app-error';
import { takeBackup } from '#usecases/backup/take-backup';
import { count } from './count.ts';
import type { Command, Given, World } from './command.ts';
import { notOverWhatIsThere } from './not-over-what-is-there.ts';
import { progress } from './progress.ts';

export const backup: Command = {
  words: ['backup'],
  summary: 'Writes everything (all companies, and who signs in) to one file; the server may run on',
  arguments: '<file>',
  options: { overwrite: { type: 'boolean', help: 'Replaces a file that exists; it is refused without' } },
  async run(world, given) {
    const path = fileOf(world, given, 'backup');
    await notOverWhatIsThere(path, 'file', given.values['overwrite'] === true);
    const { databases } = await world.open();
    await backupTo(world, databases, path);
  },
};

/** Says what was kept, and where. */
export async function backupTo(world: World, databases: Parameters<typeof takeBackup>[0], path: string): Promise<void> {
  const tell = progress(world.say);
  let done = 0;
  const { rows } = await takeBackup(databases, path, { version: world.version, now: new Date() }, (more) => {
    done += more;
    tell(() => `backup: ${count(done, 'row')} written`);
  });
  world.say(
    `Kept in ${path}: ${summaryOf(rows)}. It holds names, addresses and (hashed) passwords: keep it as carefully.`,
  );
}

/** What a user knows of it. */
export function summaryOf(rows: Readonly<Record<string, number>>): string {
  const of = (table: string, singular: string, plural?: string) =>
    count(rows[`public.${table}`] ?? 0, singular, plural);
  return [
    of('workspace', 'workspace'),
    of('person', 'person'),
    of('opportunity', 'opportunity', 'opportunities'),
    of('moment', 'contact moment'),
  ].join(', ');
}

/** The one file that a command is about, seen from where the user stands. */
export function fileOf(world: World, given: Given, command: string): string {
  const [file = '', ...more] = given.words;
  if (file === '' || more.length > 0)
    throw new AppError('invalid_request', { at: 'file', detail: `Name one file: aanhouder ${command} <file>` });
  return resolve(world.cwd, file);
}
