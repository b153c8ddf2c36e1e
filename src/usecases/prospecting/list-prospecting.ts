import type { ProspectingList } from '#contract/prospecting';
import { prospectingOf } from '#db/prospecting';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { prospectingView } from './prospecting-view.ts';

const mostShown = 10;

/** My timer, and the newest stretches before it. */
export async function listProspecting(context: Context): Promise<ProspectingList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const rows = await prospectingOf(tx, context.actor.memberId, mostShown);
      const views = await Promise.all(rows.map((row) => prospectingView(tx, context.now(), row)));
      return {
        running: views.find((one) => one.endedAt === null) ?? null,
        items: views.filter((one) => one.endedAt !== null),
      };
    },
    { readOnly: true },
  );
}
