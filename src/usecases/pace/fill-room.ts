import { rankedOfPace } from '#db/pace';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadFigures } from '../engine/figures.ts';
import type { Surroundings } from '../surroundings.ts';
import { roomOf } from './capacity.ts';
import { writeMoves } from './move.ts';
import { movable, neverOf, plannedSoon, ups } from './refresh-pace.ts';

/** The same for several who have room at once. */
export async function fillRooms(tx: Tx, context: Context, all: readonly Surroundings[]): Promise<void> {
  for (const surroundings of all) await fillRoom(tx, context, surroundings);
}

/**
 * Something ended or was handed over: the best of the slow moves up into its place, in the same transaction (definition 11). A change of its own, so that
 * taking back the one does not wait for the other. `surroundings`: of the assignee of what ended.
 */
export async function fillRoom(tx: Tx, context: Context, surroundings: Surroundings): Promise<void> {
  const { member, today } = surroundings;
  const figures = await loadFigures(tx, surroundings);
  const { active, fits } = await roomOf(tx, surroundings, figures);
  if (active.count >= fits) return;
  const best = await rankedOfPace(tx, member.id, 'best of slow', figures.table, today, 5);
  const rows = await movable(
    tx,
    best.map((one) => one.id),
    today,
  );
  const [first] = best.flatMap((one) => rows.get(one.id) ?? []);
  if (!first) return;
  await writeMoves(
    tx,
    context,
    today,
    ups(surroundings, [first], await plannedSoon(tx, surroundings), await neverOf(tx, [first])),
  );
}
