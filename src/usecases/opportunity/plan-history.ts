import { AppError } from '#contract/app-error';
import { planEvents } from '#db/plan-events';
import { findOpportunity } from '#db/opportunity';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';

type Planned = { at: string; on: string | null; channel: string | null; reason: string | null; member: string | null };

/** How the next moment was planned and moved, newest first. */
export async function planHistory(context: Context, id: string): Promise<{ items: Planned[] }> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const [row, events] = await Promise.all([findOpportunity(tx, id), planEvents(tx, id, 200)]);
      if (!row) throw new AppError('not_found', { at: 'opportunity' });
      return { items: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })) };
    },
    { readOnly: true },
  );
}
