import { parseArgs } from 'node:util';
import { parseConfig, type Command, type Given } from './command.ts';
import { nearest } from './nearest.ts';

/** The options and words of a command, or a line that names the option that is wrong and says what to give. */
export function readOptions(command: Command, args: readonly string[]): Given | { unclear: string } {
  const joined = numbersJoined(command, args);
  const valueless = optionWithoutValue(command, joined);
  if (valueless !== null) return { unclear: `--${valueless} wants a value: ${command.options[valueless]?.help ?? ''}` };
  try {
    const { values, positionals } = parseArgs({
      args: joined,
      options: parseConfig(command),
      strict: true,
      allowPositionals: command.arguments !== undefined,
    });
    return { values, words: positionals };
  } catch (error) {
    return { unclear: inWords(command, error) };
  }
}

const isText = (command: Command, name: string): boolean =>
  Object.hasOwn(command.options, name) && command.options[name]?.type === 'string';

/** `--minutes -5` is a number below nothing, which the option then refuses in words; Node takes it for another option. */
function numbersJoined(command: Command, args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const next = args[place + 1];
    if (word === '--') return [...joined, ...args.slice(place)];
    if (next !== undefined && word.startsWith('--') && isText(command, word.slice(2)) && /^-[\d.]/.test(next)) {
      joined.push(`${word}=${next}`);
      place += 1;
    } else joined.push(word);
  }
  return joined;
}

/** Followed by nothing, or by another option. */
function optionWithoutValue(command: Command, args: readonly string[]): string | null {
  const end = args.indexOf('--');
  const words = end === -1 ? args : args.slice(0, end);
  const found = words.findIndex((word, place) => {
    const next = words[place + 1];
    return word.startsWith('--') && isText(command, word.slice(2)) && (next === undefined || /^--?[a-z]/i.test(next));
  });
  return found === -1 ? null : (words[found]?.slice(2) ?? null);
}

/** Node's reason in ours; the option is between quotes in it. */
function inWords(command: Command, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  const called = `"${command.words.join(' ')}"`;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(quoted.replace(/^-+/, ''), Object.keys(command.options));
    return `Unknown option '${quoted}' of ${called}.${near === null ? '' : ` Did you mean --${near}?`}`;
  }
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return `${called} takes no word by itself, so "${quoted}" has no meaning there. Put what holds a space between quotes.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `${quoted} takes no value: give it alone, or leave it out.`;
  return message;
}
