import { bringBackMail, blockMail, lockWaitingMail } from '#db/outbox';
import type { Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { noLongerAllowed } from './may-still-go.ts';
import { ring } from './post-bell.ts';

/**
 * What waits for somebody and may not go any more stands as blocked at once, with its reason: after an objection, a consent that was withdrawn,
 * a restriction. What is being claimed in this moment is passed over: that transaction waits for the person and asks by itself.
 */
export async function blockWaitingMail(tx: Tx, { now }: Pick<Context, 'now'>, personId: string): Promise<string[]> {
  const waiting = await lockWaitingMail(tx, personId);
  if (waiting.length === 0) return [];
  const blocked = await noLongerAllowed(tx, waiting, await loadWorkspace(tx), now());
  await blockMail(tx, blocked, now());
  return blocked.map((one) => one.id);
}

/** The objection was a mistake: what it blocked waits again, unless its time went by meanwhile. Permission is asked anew when it goes. */
export async function unblockMail(tx: Tx, { now }: Pick<Context, 'now'>, ids: readonly string[]): Promise<void> {
  if ((await bringBackMail(tx, { ids }, now())) > 0) tx.afterCommit(ring);
}

/** The restriction is over: the same for what it blocked. */
export async function unblockMailOf(tx: Tx, { now }: Pick<Context, 'now'>, personId: string): Promise<void> {
  if ((await bringBackMail(tx, { personId, reason: 'restricted' }, now())) > 0) tx.afterCommit(ring);
}
