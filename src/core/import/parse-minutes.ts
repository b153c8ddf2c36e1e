import { foldText } from './fold-text.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';

const minutesADay = 1440;
const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/;
const figure =
  /^(\d{1,5})(?:[.,](\d+))?\s*(s|sec|seconden|seconds|m|min|mins|minuten|minutes|u|uur|h|hr|hrs|hour|hours)?\.?$/;

/**
 * Minutes, a whole number of 0 to 1440 (rounded up, as a call of 20 seconds took time): "12", "12 min", "0:12:30", "1,5 uur".
 * Two parts with a colon are hours and minutes, as a spreadsheet writes a duration.
 */
export function parseMinutes(text: string): Parsed<number> {
  const folded = foldText(text);
  if (folded === '') return notParsed('empty');
  const minutes = byClock(folded) ?? byFigure(folded);
  return minutes === null || minutes > minutesADay ? notParsed('not_a_count') : parsedAs(minutes);
}

function byClock(folded: string): number | null {
  const match = clock.exec(folded);
  if (!match) return null;
  return Math.ceil(Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60);
}

function byFigure(folded: string): number | null {
  const match = figure.exec(folded);
  if (!match) return null;
  const amount = Number(`${match[1]}.${match[2] ?? '0'}`);
  const unit = match[3]?.charAt(0) ?? 'm';
  // Rounded first: 0.7 × 60 is 42.00000000000001 in binary fractions.
  return Math.ceil(Math.round(amount * (unit === 's' ? 1 / 60 : unit === 'm' ? 1 : 60) * 1000) / 1000);
}
