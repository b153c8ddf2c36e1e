import { AppError } from '#contract/app-error';
import { type Given, text } from './command.ts';

/** One of the words that an option knows, null when it was not given. Throws AppError `invalid_request` that names them all. */
export function choiceOption<const T extends string>(given: Given, name: string, allowed: readonly T[]): T | null {
  if (given.values[name] === undefined) return null;
  const value = text(given, name);
  const found = allowed.find((word) => word === value);
  if (found) return found;
  throw new AppError('invalid_request', {
    at: `--${name}`,
    detail: `"${value}" is none of its words. Give one of: ${allowed.join(', ')}.`,
  });
}
