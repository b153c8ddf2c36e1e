import type { ImapFlow } from 'imapflow';
import { afterTrouble } from '#core/mail/after-trouble';
import type { MailServer } from '#core/mail/mailbox-words';
import type { Egress } from '#mail/egress/egress';
import { MailboxTrouble, openImap, troubleOf } from '#mail/imap-session';
import { readLargeMessage, wholeBytes } from '#mail/large-message';
import { type ReadMessage, readMessage } from '#mail/read-message';
import { receiveAtInbox } from '#usecases/mailbox/receive-at-inbox';
import type { JobWorld } from './job.ts';
import { paused } from './paused.ts';
import type { RunningJobs } from './runner.ts';

/** The host's own mailbox, to which members forward: `address` without a token. */
export type HostInbox = { address: string; server: MailServer; user: string; pass: string };

type World = Pick<JobWorld, 'databases' | 'now' | 'newId' | 'failed'>;

/**
 * Takes in what comes to inbox+token@: everything unread is read, put to the member whose token it is, and marked as read. What cannot be
 * read is marked too, and told in the log, so that it does not come round for ever. `stop` waits for the message it is at.
 */
export function watchInbox(world: World, egress: Egress, inbox: HostInbox, lookEveryMs = 15_000): RunningJobs {
  const stopping = new AbortController();
  const running = watch(world, egress, inbox, lookEveryMs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function watch(
  world: World,
  egress: Egress,
  inbox: HostInbox,
  lookEveryMs: number,
  stopping: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    let client: ImapFlow | undefined;
    try {
      client = await openImap(egress, inbox.server, { user: inbox.user, pass: inbox.pass }, () => {});
      await client.mailboxOpen('INBOX');
      failures = 0;
      while (!stopping.aborted && client.usable) {
        await takeIn(world, client, inbox, stopping);
        await paused(lookEveryMs, stopping);
        if (!stopping.aborted) await client.noop();
      }
    } catch (error) {
      if (stopping.aborted) break;
      failures += 1;
      const trouble = error instanceof MailboxTrouble ? error : troubleOf(error, 'ready');
      world.failed('inbox', trouble);
      await paused(afterTrouble(trouble.code, failures), stopping);
    } finally {
      client?.close();
    }
  }
}

async function takeIn(world: World, client: ImapFlow, inbox: HostInbox, stopping: AbortSignal): Promise<void> {
  const unread = await client.search({ seen: false }, { uid: true });
  for (const uid of Array.isArray(unread) ? unread : []) {
    if (stopping.aborted) return;
    const head = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
    const message = head && (await readAt(client, uid, head.size ?? 0));
    if (message) {
      const received = head.internalDate === undefined ? world.now() : new Date(head.internalDate);
      await receiveAtInbox(world, message, inbox.address, received).catch((error: unknown) =>
        world.failed('inbox', error),
      );
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
}

async function readAt(client: ImapFlow, uid: number, size: number): Promise<ReadMessage | null> {
  if (size > wholeBytes) return readLargeMessage(client, uid);
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
  return message && message.source ? readMessage(message.source) : null;
}
