import type { Mirror } from '#contract/mirror';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { getMirror } from './get-mirror.ts';

/** The Mirror first asks what you think (product.md, row 4). */
export async function guessMirror(context: Context, guess: { stopsAfter: number; salesAt: number }): Promise<Mirror> {
  await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    tx.db
      .updateTable('member')
      .set({ guess_stops_after: guess.stopsAfter, guess_sales_at: guess.salesAt })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', context.actor.memberId)
      .execute(),
  );
  return getMirror(context, {});
}
