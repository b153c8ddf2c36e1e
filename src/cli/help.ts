import type { Command } from './command.ts';

const program = 'npm run --silent aanhouder --';

export async function generalHelp(commands: Readonly<Record<string, () => Promise<Command>>>): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ words }) => words.join(' ').length));
  const lines = all.map(({ words, summary }) => `  ${words.join(' ').padEnd(width)}  ${summary}`);
  return [
    `Usage: ${program} <command> [options]`,
    '',
    ...lines,
    '',
    `Options of a command: ${program} <command> --help`,
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options);
  const sign = (name: string, type: string) => `--${name}${type === 'string' ? ` <${name}>` : ''}`;
  const width = Math.max(6, ...options.map(([name, { type }]) => sign(name, type).length));
  const usage = options.map(([name, { type, required }]) => (required ? sign(name, type) : `[${sign(name, type)}]`));
  return [
    command.summary,
    '',
    `Usage: ${[program, ...command.words, ...(command.arguments === undefined ? [] : [command.arguments]), ...usage].join(' ')}`,
    '',
    ...options.map(([name, { type, help }]) => `  ${sign(name, type).padEnd(width)}  ${help}`),
    `  ${'--help'.padEnd(width)}  This text`,
  ].join('\n');
}
