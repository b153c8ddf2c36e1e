import { clockAt } from '#core/permission/clock';
import type { DoneList } from '#contract/today';
import { viewsOf } from '#db/opportunity-view';
import { doneList } from '#db/done-list';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';

/** What this member did today, newest first. */
export async function getDone(context: Context): Promise<DoneList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const rows = await doneList(tx, context.actor.memberId, today, 100);
      const views = await viewsOf(
        tx,
        [...new Set(rows.flatMap((row) => row.opportunityId ?? []))],
        clockAt(context.now()),
      );
      return {
        items: rows.map(({ opportunityId, at, ...row }) => ({
          ...row,
          at: at.toISOString(),
          opportunity: views.find((v) => v.id === opportunityId) ?? null,
        })),
      };
    },
    { readOnly: true },
  );
}
