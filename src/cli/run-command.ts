import { AppError } from '#contract/app-error';
import { refusalOfFault } from '#db/refusal-of-fault';
import { problem as wordsOf } from '#i18n/en/problem';
import type { World } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { nearest } from './nearest.ts';
import { readOptions } from './read-options.ts';

const refused = 1;
const misused = 2;

/** @returns the exit code: 0 done, 1 refused, 2 not understood */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
  const name = nameIn(argv);
  const load = name === null ? undefined : commands[name];
  if (name === null || load === undefined) return notACommand(argv, world);
  const command = await load();
  const given = readOptions(command, argv.slice(command.words.length));
  if ('unclear' in given) {
    world.say(`${given.unclear}\n\n${commandHelp(command)}`);
    return misused;
  }
  if (given.values['help']) {
    world.print(commandHelp(command));
    return 0;
  }
  const missing = Object.entries(command.options).find(
    ([option, { required }]) => required && given.values[option] === undefined,
  );
  if (missing !== undefined) {
    world.say(`--${missing[0]} is missing: ${missing[1].help}\n\n${commandHelp(command)}`);
    return misused;
  }
  try {
    return (await command.run(world, given)) ?? 0;
  } catch (error) {
    const known = error instanceof AppError ? error : refusalOfFault(error);
    if (known === null) throw error;
    world.say(`${known.code}: ${known.detail ?? wordsOf[known.code]}${known.at === undefined ? '' : ` (${known.at})`}`);
    return refused;
  }
}

/** The longest name that the first words make: `token create` before `token`. */
function nameIn(argv: readonly string[]): string | null {
  const words = leadingWords(argv).slice(0, 3);
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (Object.hasOwn(commands, name)) return name;
  }
  return null;
}

/** Up to the first option: what comes after that may be its value. */
function leadingWords(argv: readonly string[]): string[] {
  const option = argv.findIndex((word) => word.startsWith('-'));
  return argv.slice(0, option === -1 ? argv.length : option);
}

async function notACommand(argv: readonly string[], world: World): Promise<number> {
  const wish = leadingWords(argv).join(' ');
  const help = await generalHelp(commands);
  if (wish === '' && (argv.length === 0 || argv.includes('--help') || argv.includes('-h'))) {
    world.print(help);
    return 0;
  }
  world.say(`There is no command "${wish || argv.join(' ')}".${meant(wish)}\n\n${help}`);
  return misused;
}

/** The commands that begin with these words (`engine`), else the one that a typing error most likely meant. */
function meant(wish: string): string {
  const names = Object.keys(commands);
  const longer = names.filter((name) => wish !== '' && name.startsWith(`${wish} `));
  const near = longer.length > 0 ? longer : (nearest(wish, names) ?? []);
  const said = [near].flat().map((name) => `"${name}"`);
  return said.length === 0 ? '' : ` Did you mean ${said.join(' or ')}?`;
}
