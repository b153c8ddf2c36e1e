import type { ParseArgsConfig } from 'node:util';
import type { DatabaseSettings } from '#db/connect';
import type { Identity } from '#usecases/identity/identity';

/** `many`: may be given several times. */
export type Option = { type: 'string' | 'boolean'; help: string; required?: true; many?: true };

/** What a command may do to the world; main gives it. */
export type World = {
  /** Opens the database (joining a server that runs) and what signing in needs. Closed by main when the command ends. */
  open(): Promise<Identity>;
  /** Runs the web server until it is told to stop. */
  serve(): Promise<void>;
  settings: DatabaseSettings;
  /** Absolute. */
  dataFolder: string;
  appUrl: string;
  /** Of the program. */
  version: string;
  /** Where the user stands: files are named from here. */
  cwd: string;
  /** One line on standard output: what was asked for, and nothing else. */
  print(line: string): void;
  /** One line on standard error: what is going on. */
  say(line: string): void;
};

export type Given = {
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  words: readonly string[];
};

/**
 * `words`: what it is called (`token create`). `arguments`: how the words after it are named in the help (`<file>`), which also
 * allows them. `run` gives the exit code, 0 when it gives none; it throws AppError for a refusal.
 */
export type Command = {
  words: readonly string[];
  summary: string;
  options: Readonly<Record<string, Option>>;
  arguments?: string;
  run(world: World, given: Given): Promise<number | void>;
};

export function parseConfig(command: Command): NonNullable<ParseArgsConfig['options']> {
  return {
    ...Object.fromEntries(
      Object.entries(command.options).map(([name, { type, many }]) => [name, { type, multiple: many ?? false }]),
    ),
    help: { type: 'boolean' },
  };
}

/** The text of an option that was required, or that has been given; `''` otherwise. */
export function text(given: Given, name: string): string {
  const value = given.values[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of an option that may be given several times. */
export function texts(given: Given, name: string): string[] {
  const value = given.values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
