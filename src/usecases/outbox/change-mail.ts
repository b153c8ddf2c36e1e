import type { MailState } from '#core/outbox/vocabulary';
import { AppError } from '#contract/app-error';
import type { MailWithText } from '#contract/outbox';
import { endMail, lockMail, type OutboxRow, queueAgain } from '#db/outbox';
import { findMail } from '#db/outbox-view';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { ring } from './post-bell.ts';
import { readershipOf } from './read-outbox.ts';

/** Stops it, as long as nobody has taken it up. */
export function cancelMail(context: Context, id: string, version: number): Promise<MailWithText> {
  return change(context, id, version, async (tx, row) => {
    if (row.state === 'sending' || row.state === 'sent') throw new AppError('mail_gone', { at: 'mail' });
    if (row.state === 'blocked' || row.state === 'failed' || row.state === 'uncertain' || row.state === 'queued')
      return endMail(tx, id, { state: 'cancelled', reason: null, at: context.now() });
    throw new AppError('mail_not_open', { at: 'mail' });
  });
}

const again: ReadonlySet<MailState> = new Set<MailState>(['failed', 'uncertain', 'blocked', 'cancelled']);

/** In the queue again: after a failure, after it was stopped, or though it may have arrived, as somebody decided. Permission is asked anew. */
export function sendMailAgain(context: Context, id: string, version: number): Promise<MailWithText> {
  return change(context, id, version, async (tx, row) => {
    // What let somebody sign in is not kept, and its time is over.
    if (!again.has(row.state) || (row.kind === 'sign_in' && row.text === ''))
      throw new AppError('mail_not_open', { at: 'mail' });
    const now = context.now();
    // Stopped while it waited for a time: it waits for it again.
    await queueAgain(tx, id, row.state === 'cancelled' && row.send_after > now ? row.send_after : now);
    tx.afterCommit(ring);
  });
}

/** Somebody found out that it arrived. */
export function mailArrived(context: Context, id: string, version: number): Promise<MailWithText> {
  return change(context, id, version, (tx, row) => {
    if (row.state !== 'uncertain') throw new AppError('mail_not_open', { at: 'mail' });
    return endMail(tx, id, { state: 'sent', reason: 'told_arrived', at: context.now() });
  });
}

function change(
  context: Context,
  id: string,
  version: number,
  work: (tx: Tx, row: OutboxRow) => Promise<void>,
): Promise<MailWithText> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const readership = readershipOf(context);
    const row = await lockMail(tx, id);
    const before = row && (await findMail(tx, readership, id));
    if (!row || !before) throw new AppError('not_found', { at: 'mail' });
    if (row.version !== version) {
      // On its way since it was read: that says more than another version does.
      if (row.state === 'sending') throw new AppError('mail_gone', { at: 'mail' });
      throw new AppError('version_conflict', { at: 'mail', facts: { mail: before } });
    }
    await work(tx, row);
    const after = await findMail(tx, readership, id);
    if (!after) throw new AppError('not_found', { at: 'mail' });
    return after;
  });
}
