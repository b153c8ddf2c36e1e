import { dayIn } from '#core/day/day';
import { averageSale, nextAverage } from '#core/persistence/average-sale';
import { keepAverage, lockWorkspace, newestSales } from '#db/average-sale';
import { rankUnvaluedOn } from '#db/rank-unvalued';
import { inWorkspace, type Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { averageNow } from './average-now.ts';

/** So many are looked at in one transaction: who logs meanwhile waits for no more than these. */
const rankedAtOnce = 1000;

type Where = Pick<Context, 'databases' | 'now'> & { actor: Pick<Context['actor'], 'workspaceId'> };

/**
 * Looks at the newest sales, and moves the average when they say something else by more than three hundredths (core/persistence/average-sale).
 * The one place where it moves, but for another guess in the settings: each night, and after an import or its undo. Never in the
 * transaction of a sale, as everything without an amount is ranked anew with it.
 */
export async function refreshAverage(where: Where): Promise<void> {
  const workspace = await inWorkspace(where.databases, where.actor.workspaceId, async (tx) =>
    lookAgain(tx, await lockWorkspace(tx), where.now()),
  );
  await rankUnvalued(where, workspace);
}

/** The same, once a day of the workspace; what was left over of ranking is done too. */
export async function refreshAverageTonight(where: Where, stopping: AbortSignal): Promise<void> {
  const workspace = await inWorkspace(where.databases, where.actor.workspaceId, async (tx) => {
    const present = await lockWorkspace(tx);
    const { learned_at: last, time_zone: zone } = present;
    const done = last !== null && dayIn(last, zone) >= dayIn(where.now(), zone);
    return done ? present : lookAgain(tx, present, where.now());
  });
  await rankUnvalued(where, workspace, stopping);
}

async function lookAgain(tx: Tx, workspace: WorkspaceRow, now: Date): Promise<WorkspaceRow> {
  const sales = await newestSales(tx);
  const average = nextAverage(workspace.average_value, averageNow(workspace), sales);
  return keep(tx, workspace, average, sales.length, now);
}

/** In the transaction that has written another guess: it moves with it, however little. Then `rankUnvalued`. */
export async function learnFromGuess(tx: Tx, workspace: WorkspaceRow, now: Date): Promise<WorkspaceRow> {
  const sales = await newestSales(tx);
  return keep(tx, workspace, averageSale(workspace.average_value, sales), sales.length, now, true);
}

async function keep(
  tx: Tx,
  workspace: WorkspaceRow,
  average: number,
  sales: number,
  at: Date,
  rank = average !== averageNow(workspace),
): Promise<WorkspaceRow> {
  return keepAverage(tx, { learned: sales > 0 ? { average, sales } : null, at, rank });
}

/**
 * Ranks what has no amount with the average that counts now, in small transactions from where it was left; a second process goes on where the
 * first is. A row that somebody is writing is waited for, and so has the new average too.
 */
export async function rankUnvalued(where: Where, workspace: WorkspaceRow, stopping?: AbortSignal): Promise<void> {
  for (let more = workspace.ranked_until !== null; more; more = await rankNext(where)) if (stopping?.aborted) return;
}

/** Answers whether there are more. */
async function rankNext({ databases, actor }: Where): Promise<boolean> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const present = await lockWorkspace(tx);
    return present.ranked_until !== null && rankUnvaluedOn(tx, present.ranked_until, averageNow(present), rankedAtOnce);
  });
}
