import type { Pace } from '#contract/pace';
import { lastPaceChange } from '#db/pace';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadFigures } from '../engine/figures.ts';
import { loadSurroundings } from '../surroundings.ts';
import { roomOf } from './capacity.ts';

/** What one may choose in one tap. */
const offered = [15, 30, 45, 60, 90, 120, 180, 240];
const undoHours = 24;

/** "Fits your hour: about 20 active": how many run in full, how many fit, and what other minutes a day would change. */
export async function getPace(context: Context, asked?: number): Promise<Pace> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { member } = surroundings;
      const figures = await loadFigures(tx, surroundings);
      const since = new Date(context.now().getTime() - undoHours * 3_600_000);
      const [room, lastChange] = [await roomOf(tx, surroundings, figures), await lastPaceChange(tx, member.id, since)];
      const choice = (minutesADay: number) => {
        const { fits, slowEveryDays } = room.at(minutesADay);
        return { minutesADay, fits, rest: Math.max(0, room.open.count - fits), slowEveryDays };
      };
      return {
        ...choice(member.minutes_a_day),
        open: room.open.count,
        openMore: room.open.more,
        active: room.active.count,
        activeMore: room.active.more,
        choices: [...new Set([...offered, ...(asked === undefined ? [] : [asked])])]
          .toSorted((a, b) => a - b)
          .map(choice),
        lastChange,
      };
    },
    { readOnly: true },
  );
}
