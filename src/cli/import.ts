import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { bases, legalForms } from '#core/opportunity/vocabulary';
import { AppError } from '#contract/app-error';
import type { ImportChoices, ImportCounts } from '#contract/import';
import { importFromPath, type PathImport } from '#usecases/import/import-from-path';
import { rejectWords } from '#usecases/import/reject-words';
import { choiceOption } from './choice-option.ts';
import { type Command, type Given, text, texts, type World } from './command.ts';
import { theOwner } from './the-owner.ts';

export const importFile: Command = {
  words: ['import'],
  summary: 'Brings a CSV, Excel or vCard file in: people, opportunities, or one row per contact moment',
  arguments: '<file>',
  options: {
    map: { type: 'string', many: true, help: 'field=column, several times; with it only these columns count' },
    'not-won': { type: 'string', help: 'What a row is that is not won: open or stopped' },
    as: { type: 'string', help: 'opportunities or persons (an address book)' },
    basis: { type: 'string', help: `Where you know them from: ${bases.join(', ')}` },
    'legal-form': { type: 'string', help: legalForms.join(', ') },
    'read-notes': { type: 'boolean', help: 'Takes the days in the notes as history' },
    'keep-unreadable': {
      type: 'boolean',
      help: 'Brings a row in without an amount, day or count that cannot be read; its text goes into the note',
    },
    rate: { type: 'string', many: true, help: 'USD=0.92: units of your currency for one of it' },
    'dry-run': { type: 'boolean', help: 'Says what would happen, and writes nothing' },
    json: { type: 'boolean', help: 'Prints the counts as JSON' },
    workspace: { type: 'string', help: 'Id of the workspace, when there are several' },
  },
  async run(world, given) {
    const choices = choicesOf(given);
    const [file = ''] = given.words;
    if (file === '')
      throw new AppError('invalid_request', { at: 'file', detail: 'Name the file: aanhouder import <file>' });
    // npm runs commands in the project's folder; what a user types is seen from their own.
    const path = resolve(world.cwd, file);
    if (!existsSync(path)) throw new AppError('not_found', { at: 'file', detail: `There is no file ${path}.` });
    if (statSync(path).isDirectory())
      throw new AppError('file_unreadable', { at: 'file', detail: `${path} is a folder. Name one file in it.` });
    const identity = await world.open();
    const actor = await theOwner(identity, text(given, 'workspace'));
    const mode = given.values['dry-run'] === true ? 'check' : 'commit';
    const result = await importFromPath({ ...identity, actor }, path, texts(given, 'map'), choices, mode);
    const { created, updated, skipped, rejected, ...more } = result.counts;
    if (given.values['json'] === true) {
      world.print(
        JSON.stringify({
          created,
          updated,
          skipped,
          rejected,
          ...more,
          recognised: result.recognised,
          faults: result.faults,
          import: result.id,
        }),
      );
      return broughtNothing(result.counts) ? 1 : 0;
    }
    world.print(`created ${created}, updated ${updated}, skipped ${skipped}, rejected ${rejected}`);
    if (more.toComplete > 0)
      world.say(`to complete ${more.toComplete}: without a name; the app lists them under "to complete"`);
    sayColumns(world, result);
    for (const fault of result.faults) {
      const rows = fault.rows.slice(0, 5).map((r) => `row ${r.row} "${r.value}"`);
      const others = fault.count > rows.length ? ' …' : '';
      world.say(
        `${fault.kept ? 'left out' : 'rejected'} ${fault.count}: ${rejectWords('en', fault)} ${rows.join(', ')}${others}`,
      );
    }
    return broughtNothing(result.counts) ? 1 : 0;
  },
};

/** A column that nobody understood would else be left out in silence. */
function sayColumns(world: World, { recognised, columns }: PathImport): void {
  if (recognised === 'vcard') return;
  const used = columns.filter(({ field }) => field !== null).map(({ header, field }) => `${header} as ${field}`);
  const unused = columns.filter(({ field }) => field === null).map(({ header }) => header);
  if (used.length > 0) world.say(`columns: ${used.join(', ')}`);
  if (unused.length > 0)
    world.say(`not used: ${unused.join(', ')}. What a column means you say with --map field=column.`);
}

/** Every row was refused: a script must not take that for success. */
function broughtNothing({ created, updated, skipped, moments, rejected }: ImportCounts): boolean {
  return rejected > 0 && created + updated + skipped + moments === 0;
}

function choicesOf(given: Given): ImportChoices {
  const notWon = choiceOption(given, 'not-won', ['open', 'stopped'] as const);
  const as = choiceOption(given, 'as', ['opportunities', 'persons'] as const);
  const basis = choiceOption(given, 'basis', bases);
  const legalForm = choiceOption(given, 'legal-form', legalForms);
  return {
    ...(notWon && { notWon }),
    ...(as && { as }),
    ...(basis && { basis }),
    ...(legalForm && { legalForm }),
    ...(given.values['read-notes'] === true && { readNotes: true }),
    ...(given.values['keep-unreadable'] === true && { keepUnreadable: true }),
    rates: Object.fromEntries(texts(given, 'rate').map(rate)),
  };
}

function rate(entry: string): [string, number] {
  const [currency = '', value = ''] = entry.split('=');
  const of = Number(value);
  if (!/^[A-Z]{3}$/.test(currency) || !(of > 0) || !Number.isFinite(of))
    throw new AppError('invalid_request', {
      at: '--rate',
      detail: `"${entry}" is no rate. Give a currency and a number above 0, as USD=0.92.`,
    });
  return [currency, of];
}
