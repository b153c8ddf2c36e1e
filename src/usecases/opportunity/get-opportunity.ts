import { clockAt } from '#core/permission/clock';
import { AppError } from '#contract/app-error';
import type { Opportunity } from '#contract/opportunity';
import { findView } from '#db/opportunity-view';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';

export async function getOpportunity(context: Context, id: string): Promise<Opportunity> {
  const found = await inWorkspace(
    context.databases,
    context.actor.workspaceId,
    (tx) => findView(tx, id, clockAt(context.now())),
    {
      readOnly: true,
    },
  );
  if (!found) throw new AppError('not_found', { at: 'opportunity' });
  return found;
}
