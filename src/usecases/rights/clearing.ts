import { addDays, type Day, dayIn } from '#core/day/day';
import { addMonths } from '#core/privacy/due-day';
import { AppError } from '#contract/app-error';
import type { ClearingList } from '#contract/privacy';
import {
  countClearing,
  forgetOutdated,
  keepProposed,
  proposeClearing,
  proposedToClear,
  stillProposed,
} from '#db/clearing';
import type { Databases } from '#db/connect';
import { loadPrivacy, takeLook } from '#db/privacy';
import { logRights } from '#db/rights-log';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { eraseLater } from './restrict-person.ts';
import { noteRights } from './suppression.ts';

/** A look a month, and what it finds at most: more is found the month after. */
const lookEveryDays = 30;
const mostProposed = 500;
/** Who is kept is not asked about again for a year. */
const keptMonths = 12;
const mostShown = 200;

/** Once a month: proposes persons with whom nobody spoke for as long as the setting says. Nobody is ever cleared by itself. */
export async function lookForClearing(
  world: { databases: Databases; now: () => Date; newId: () => string },
  workspaceId: string,
): Promise<number> {
  return inWorkspace(world.databases, workspaceId, async (tx) => {
    const today = dayIn(world.now(), (await loadWorkspace(tx)).time_zone);
    const { retention_months: months } = await loadPrivacy(tx);
    if (!(await takeLook(tx, today, addDays(today, 1 - lookEveryDays)))) return 0;
    return propose(tx, world, today, months);
  });
}

async function propose(
  tx: Tx,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  today: Day,
  months: number,
): Promise<number> {
  const before = addMonths(today, -months);
  await forgetOutdated(tx, before);
  const ids = await proposeClearing(tx, before, today, mostProposed);
  await logRights(
    tx,
    ids.map((personId) => ({
      id: newId(),
      kind: 'clearing_proposed' as const,
      personId,
      memberId: null,
      at: now(),
    })),
  );
  return ids.length;
}

/** The longest silent first, with what stands on them. */
export function listClearing(context: Context): Promise<ClearingList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => ({ items: await proposedToClear(tx, mostShown), count: await countClearing(tx) }),
    { readOnly: true },
  );
}

/** `erase`: into the hold before an erasure. `keep`: with a reason, and asked again in a year. Those no longer proposed are passed over. */
export function decideClearing(
  context: Context,
  input: { personIds: string[]; act: 'erase' | 'keep'; reason?: string | undefined },
): Promise<{ done: number }> {
  const reason = input.reason?.trim() ?? '';
  if (input.act === 'keep' && reason.length < 3) throw new AppError('reason_missing', { at: 'reason' });
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const ids = await stillProposed(tx, input.personIds);
    if (ids.length === 0) throw new AppError('not_found', { at: 'personIds' });
    if (input.act === 'keep') {
      const today = dayIn(context.now(), (await loadWorkspace(tx)).time_zone);
      await keepProposed(tx, ids, reason, addMonths(today, keptMonths));
      for (const personId of ids) await noteRights(tx, context, 'kept', { personId, reason });
    } else {
      for (const id of ids) await eraseLater(tx, context, id);
    }
    return { done: ids.length };
  });
}
