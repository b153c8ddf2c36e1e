import type { CounterRow } from '#core/counter/contribution';
import { keyOf } from '#core/counter/counter-delta';
import type { Difference } from '#core/verify/difference';
import { counterRows } from '#db/counter-rows';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '#usecases/context';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';

/** All seven counter tables of a workspace as rows of core, in key order. */
export async function countersOf(tx: Tx): Promise<CounterRow[]> {
  return (await counterRows(tx)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What `aanhouder verify` finds in this workspace: nothing, after whatever was done. */
export async function differencesIn({ databases, actor }: Context): Promise<Difference[]> {
  const found: Difference[] = [];
  await verifyWorkspace(databases, actor.workspaceId, {
    found: (difference) => void found.push(difference),
    done: () => {},
  });
  return found;
}

export async function inside<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inWorkspace(context.databases, context.actor.workspaceId, work);
}
