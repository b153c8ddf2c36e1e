import { inWorkspace } from '#db/transaction';
import { newId } from '#main/new-id';
import { refreshPace } from '#usecases/pace/refresh-pace';
import { undoChange } from '#usecases/opportunity/undo-change';
import { alone, type Promised } from './bench.ts';
import type { House } from './house.ts';
import { lineOf, timesOf, type Line } from './measure.ts';

/** A night moves 150 each time: few are enough, and the next ones begin where the one before ended. */
const nights = 12;

/** The nightly refresh of one member's pace: ≤ 300 ms, and at most twice its time at the smallest size. Beside it what Today's aside asks. */
export const refreshPaceAtNight = ({ databases }: House): Promised => ({
  name: 'pace',
  async run(bench) {
    const lines: Line[] = [];
    let smallest: number | undefined;
    for (const { size, workspaceId, memberIds, token } of alone(bench)) {
      const memberId = memberIds[0] ?? '';
      const context = {
        databases,
        actor: { workspaceId, memberId, role: 'owner' as const },
        now: () => new Date(),
        newId,
      };
      const changes: string[] = [];
      let moved = 0;
      const all = await timesOf(
        nights,
        async () => {
          const { up, down, later, changeId } = await refreshPace(context);
          moved += up + down + later;
          if (changeId) changes.push(changeId);
        },
        1,
      );
      const line = lineOf('Refresh the pace of one member', size, all, 300);
      line.note = `${Math.round(moved / (nights + 1))} moved each time`;
      if (smallest === undefined) smallest = line.p95;
      else line.note += `, ${(line.p95 / smallest).toFixed(2)} × the smallest`;
      lines.push(line);
      const asked = await timesOf(bench.times, () => bench.server.get(token, '/pace'));
      lines.push(lineOf('How many fit my minutes', size, asked, 30));
      // Other promises find the company as it was.
      for (const changeId of changes.toReversed()) await undoChange(context, changeId);
      await inWorkspace(databases, workspaceId, (tx) =>
        tx.db.updateTable('opportunity').set({ pace_by: null, pace_on: null }).where('pace_by', '=', 'room').execute(),
      );
    }
    return lines;
  },
});
