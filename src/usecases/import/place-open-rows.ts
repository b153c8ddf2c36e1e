import type { Day } from '#core/day/day';
import type { OpenDraft } from '#core/import/read-opportunity-row';
import type { Pace, Warmth } from '#core/opportunity/vocabulary';
import { gainAt } from '#core/persistence/gain-table';
import { spreadOverDays, spreadSlow } from '#core/rhythm/spread';
import type { Figures } from '../engine/figures.ts';
import type { Surroundings } from '../surroundings.ts';

/** Where an open row without a next moment of its own comes: day and pace. */
export type Placing = { on: Day; pace: Pace };

/** Two working weeks are filled to capacity, the best first; the rest runs slow, once a quarter (definitions 11 and 18). */
const activeDays = 10;

export type OpenRow = { row: number; rank: number; minutes: number };

/** Of what came before the file nothing is known but how much there was; a quote warms (definition 8). */
export function importedWarmth({ held, heldKnown, terms }: OpenDraft): Warmth {
  if (terms.quote) return 'interested';
  return held > 0 || !heldKnown ? 'unknown' : 'silent';
}

export function openRowOf(row: number, draft: OpenDraft, figures: Figures, averageValue: number): OpenRow {
  const held = Math.min(draft.held, 12);
  const warmth = importedWarmth(draft);
  return {
    row,
    rank: (draft.value ?? averageValue) * gainAt(figures.table, held, warmth),
    minutes: figures.minutesByStage[Math.min(held, 11)] ?? 10,
  };
}

/** Spread over capacity from today, best index first (definition 18). */
export function placeOpenRows(
  rows: OpenRow[],
  surroundings: Surroundings,
  planned: ReadonlyMap<Day, number>,
): Map<number, Placing> {
  const { calendar, today, member } = surroundings;
  rows.sort((a, b) => b.rank - a.rank || a.row - b.row);
  const work = rows.map((row) => ({ item: row.row, minutes: row.minutes }));
  const spread = spreadOverDays(work, {
    calendar,
    from: today,
    days: activeDays,
    minutesADay: member.minutes_a_day,
    planned,
  });
  const places = new Map<number, Placing>();
  for (const { item, on } of spread.placed) places.set(item, { on, pace: 'active' });
  for (const { item, on } of spreadSlow(spread.over, { calendar, from: today })) places.set(item, { on, pace: 'slow' });
  return places;
}
