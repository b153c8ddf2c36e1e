import type { Given } from './command.ts';

/** What an option's number must keep to. */
export type NumberOption = { least: number; most: number; whole?: true; otherwise: number };

/** The option's number, or why it is none: a line for the user. */
export function numberOption(
  given: Given,
  name: string,
  { least, most, whole, otherwise }: NumberOption,
): { number: number } | { refused: string } {
  const text = given.values[name];
  if (text === undefined) return { number: otherwise };
  const number = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN;
  const good = number >= least && number <= most && (whole !== true || Number.isInteger(number));
  if (good) return { number };
  return {
    refused: `--${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${String(text)}"`,
  };
}
