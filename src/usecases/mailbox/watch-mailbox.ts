import type { ImapFlow } from 'imapflow';
import { instantIn } from '#core/day/instant-in';
import { dayIn } from '#core/day/day';
import { afterTrouble } from '#core/mail/after-trouble';
import {
  foldersOf,
  forgetFolders,
  type MailboxRow,
  mailboxOf,
  type MailboxValues,
  noteMailbox,
  ownAddresses,
} from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { foldersToRead, MailboxTrouble, openImap, type Patience, troubleOf } from '#mail/imap-session';
import type { Context } from '../context.ts';
import type { Outside } from '../identity/outside.ts';
import { loadSurroundings } from '../surroundings.ts';
import { loginOf } from './mailbox-login.ts';
import { readFolder, type Reading } from './read-folder.ts';

export type Watch = {
  context: Context;
  outside: Outside;
  stopping: AbortSignal;
  /** Until the next look at the folders that do not tell by themselves. */
  lookEveryMs: number;
  patience?: Patience | undefined;
};

/**
 * Reads a member's mailbox until `stopping`, the connection breaks, or the mailbox is gone. Never throws: what went wrong is written where
 * the member sees it. Answers how long to wait before the next try; null: not at all.
 */
export async function watchMailbox(watch: Watch): Promise<number | null> {
  const { context, stopping } = watch;
  const mailbox = await within(context, (tx) => mailboxOf(tx, context.actor.memberId));
  if (!mailbox) return null;
  const wait = mailbox.next_try_at === null ? 0 : mailbox.next_try_at.getTime() - context.now().getTime();
  if (wait > 0) return wait;
  let client: ImapFlow | undefined;
  let step: MailboxRow['step'] = 'new';
  try {
    const login = await loginOf(watch, mailbox);
    const server = { host: mailbox.imap_host, port: mailbox.imap_port, security: mailbox.imap_security };
    client = await openImap(watch.outside.egress, server, login, (reached) => void (step = reached), watch.patience);
    const open = client;
    const close = () => open.close();
    stopping.addEventListener('abort', close, { once: true });
    try {
      await note(context, mailbox.id, { step: 'login' });
      await readUntilStopped(watch, mailbox, client, (reached) => void (step = reached));
    } finally {
      stopping.removeEventListener('abort', close);
    }
    return 0;
  } catch (error) {
    if (stopping.aborted) return null;
    const trouble =
      error instanceof MailboxTrouble ? error : troubleOf(error, step === 'new' || step === 'name' ? 'tls' : step);
    const failures = mailbox.failures + 1;
    const ms = afterTrouble(trouble.code, failures);
    await note(context, mailbox.id, {
      step: trouble.step,
      watching: null,
      last_error: trouble.code,
      last_error_said: trouble.message,
      last_error_at: context.now(),
      failures,
      next_try_at: new Date(context.now().getTime() + ms),
    });
    return ms;
  } finally {
    client?.close();
  }
}

async function readUntilStopped(
  { context, stopping, lookEveryMs }: Watch,
  mailbox: MailboxRow,
  client: ImapFlow,
  onStep: (step: MailboxRow['step']) => void,
): Promise<void> {
  const [countsFrom, own] = await within(context, async (tx) => {
    const { member, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const zone = member.time_zone ?? workspace.time_zone;
    return [
      new Date(instantIn(dayIn(mailbox.created_at, zone), '00:00', zone)),
      new Set(await ownAddresses(tx)),
    ] as const;
  });
  const found = { mailboxId: mailbox.id, own, leftOutDomains: mailbox.left_out_domains, countsFrom };
  const reading: Reading = { context, client, mailboxId: mailbox.id, found, stopping };
  let looked = mailbox.looked_at;
  let settled = mailbox.step === 'ready';
  let inboxUpTo: number | null = null;
  while (!stopping.aborted) {
    const listed = await client.list({ statusQuery: { uidNext: true, uidValidity: true } });
    const folders = foldersToRead(listed, mailbox.left_out_folders);
    if (!folders.some((folder) => folder.role === 'inbox'))
      throw new MailboxTrouble('folder', 'no_folder', 'The server names no inbox.');
    onStep('folder');
    const known = await within(context, async (tx) => {
      await forgetFolders(
        tx,
        mailbox.id,
        folders.map((folder) => folder.path),
      );
      return foldersOf(tx, mailbox.id);
    });
    let more = false;
    let newest: Date | null = null;
    for (const folder of folders) {
      if (stopping.aborted) return;
      const state = known.find((one) => one.path === folder.path);
      const { uidNext, uidValidity } = listed.find((one) => one.path === folder.path)?.status ?? {};
      if (state?.first_uid === 1 && state.last_uid + 1 === uidNext && state.uid_validity === String(uidValidity))
        continue;
      const read = await readFolder(reading, folder, state).catch((error: unknown) => {
        // Renamed or taken away since it was listed: the next round sees it.
        if (client.usable && folder.role !== 'inbox') return { looked: 0, newest: null, more: false };
        throw error;
      });
      looked += read.looked;
      more ||= read.more;
      if (read.newest && (newest === null || read.newest > newest)) newest = read.newest;
    }
    if (stopping.aborted) return;
    const isIdle = client.capabilities.has('IDLE');
    await note(context, mailbox.id, {
      step: more ? 'folder' : 'ready',
      watching: more ? null : isIdle ? 'idle' : 'poll',
      ...(!settled && !more ? { last_error: null, last_error_said: null } : {}),
      failures: 0,
      next_try_at: null,
      checked_at: context.now(),
      looked_at: looked,
      ...(newest !== null && { last_message_at: newest }),
    });
    settled ||= !more;
    if (more) continue;
    onStep('ready');
    const { uidNext } = await client.mailboxOpen('INBOX', { readOnly: true });
    const inbox = listed.find((one) => one.path.toUpperCase() === 'INBOX');
    // What came while the others were read is there already: the server tells of it no more.
    const missed = uidNext > (inbox?.status?.uidNext ?? uidNext) && uidNext !== inboxUpTo;
    inboxUpTo = uidNext;
    if (missed) continue;
    await untilSomethingComes(client, isIdle, lookEveryMs, stopping);
  }
}

/** Until the server tells of a new message, or it is time to look at the other folders. The next command ends the IDLE. */
async function untilSomethingComes(
  client: ImapFlow,
  isIdle: boolean,
  lookEveryMs: number,
  stopping: AbortSignal,
): Promise<void> {
  const idling = isIdle ? client.idle().catch(() => false) : Promise.resolve(false);
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const event of ['exists', 'expunge', 'close', 'error']) client.off(event, done);
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, lookEveryMs);
    for (const event of ['exists', 'close', 'error']) client.on(event, done);
    stopping.addEventListener('abort', done, { once: true });
    if (!client.usable) done();
  });
  if (!client.usable && !stopping.aborted)
    throw new MailboxTrouble('ready', 'line_broken', 'The server ended the connection.');
  if (!stopping.aborted) await client.noop();
  await idling;
}

const within = <T>(context: Context, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);
const note = (context: Context, id: string, values: MailboxValues) =>
  within(context, (tx) => noteMailbox(tx, id, values));
