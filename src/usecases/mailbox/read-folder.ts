import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type FolderRow, saveFolder } from '#db/mailbox';
import { knownMessages, peopleWithAddresses } from '#db/mail';
import { inWorkspace } from '#db/transaction';
import type { ReadFolder } from '#mail/imap-session';
import { readLargeMessage, wholeBytes } from '#mail/large-message';
import { idsIn, type ReadMessage, readMessage } from '#mail/read-message';
import type { Context } from '../context.ts';
import { captureMail, type FoundIn, messageKey } from './capture-mail.ts';

export type Reading = {
  context: Context;
  client: ImapFlow;
  mailboxId: string;
  found: Omit<FoundIn, 'role' | 'receivedAt'>;
  stopping: AbortSignal;
};

/** Heads at a time; a head takes some 2 kB. */
const batch = 500;
/** Together in one answer. */
const answerBytes = 6_000_000;

export type FolderRead = { looked: number; newest: Date | null; more: boolean };

/**
 * Looks at what is new in a folder, and at the next part of what is old. A folder that is seen for the first time, or of which the server
 * numbered the messages anew (UIDVALIDITY), begins at its newest; what was captured before is known by its key.
 */
export async function readFolder(
  reading: Reading,
  folder: ReadFolder,
  known: FolderRow | undefined,
): Promise<FolderRead> {
  const { context, client, mailboxId } = reading;
  const opened = await client.mailboxOpen(folder.path, { readOnly: true });
  const validity = String(opened.uidValidity);
  const state: FolderRow =
    known && known.uid_validity === validity
      ? { ...known, role: folder.role }
      : {
          workspace_id: context.actor.workspaceId,
          id: known?.id ?? context.newId(),
          mailbox_id: mailboxId,
          path: folder.path,
          role: folder.role,
          uid_validity: validity,
          first_uid: opened.uidNext,
          last_uid: opened.uidNext - 1,
        };
  let looked = 0;
  let newest: Date | null = null;
  const look = async (uids: readonly number[]) => {
    for (let at = 0; at < uids.length && !reading.stopping.aborted; at += batch) {
      const seen = await lookAt(reading, folder, uids.slice(at, at + batch));
      looked += seen.looked;
      if (seen.newest && (newest === null || seen.newest > newest)) newest = seen.newest;
    }
  };
  if (opened.uidNext - 1 > state.last_uid) {
    const uids = await searched(client, `${state.last_uid + 1}:*`, (uid) => uid > state.last_uid);
    await look(uids);
    if (reading.stopping.aborted) return { looked, newest, more: true };
    state.last_uid = Math.max(state.last_uid, opened.uidNext - 1, ...uids.slice(-1));
  }
  let more = false;
  if (state.first_uid > 1) {
    const older = (await olderUids(reading, state)).slice(-batch);
    await look(older);
    if (reading.stopping.aborted) return { looked, newest, more: true };
    state.first_uid = older[0] ?? 1;
    more = older.length === batch;
    if (!more) state.first_uid = 1;
  }
  const { workspace_id: _, ...kept } = state;
  await inWorkspace(context.databases, context.actor.workspaceId, (tx) => saveFolder(tx, kept));
  return { looked, newest, more };
}

/** The numbers of the older messages of a connection, asked once: a folder may have numbers far apart. */
const older = new WeakMap<ImapFlow, Map<string, number[]>>();
async function olderUids({ client }: Reading, { path, uid_validity, first_uid }: FolderRow): Promise<number[]> {
  const asked = older.get(client) ?? new Map<string, number[]>();
  older.set(client, asked);
  const key = `${uid_validity} ${path}`;
  const uids = (asked.get(key) ?? (await searched(client, `1:${first_uid - 1}`, () => true))).filter(
    (uid) => uid < first_uid,
  );
  if (uids.length <= batch) asked.delete(key);
  else asked.set(key, uids);
  return uids;
}

async function searched(client: ImapFlow, uid: string, fits: (uid: number) => boolean): Promise<number[]> {
  const found = await client.search({ uid }, { uid: true });
  return (Array.isArray(found) ? found : []).filter(fits).toSorted((a, b) => a - b);
}

async function lookAt(
  reading: Reading,
  folder: ReadFolder,
  uids: readonly number[],
): Promise<{ looked: number; newest: Date | null }> {
  const { client, context } = reading;
  if (uids.length === 0) return { looked: 0, newest: null };
  const heads = await client.fetchAll(
    ranges(uids),
    { uid: true, envelope: true, size: true, internalDate: true },
    { uid: true },
  );
  const wanted = await withKnownPeople(context, folder, heads);
  for (const group of grouped(wanted)) {
    const capture = async (uid: number, message: ReadMessage) => {
      const receivedAt = instantOf(group.find((one) => one.uid === uid)?.internalDate) ?? context.now();
      await captureMail(context, message, { ...reading.found, role: folder.role, receivedAt });
    };
    const [first] = group;
    if (first && (first.size ?? 0) > wholeBytes) {
      const message = await readLargeMessage(client, first.uid);
      if (message && !reading.stopping.aborted) await capture(first.uid, message);
      continue;
    }
    const all = group.map((one) => one.uid).join(',');
    const messages = await client.fetchAll(all, { uid: true, source: true }, { uid: true });
    for (const { uid, source } of messages.toSorted((a, b) => a.uid - b.uid))
      if (source && !reading.stopping.aborted) await capture(uid, await readMessage(source));
  }
  const dates = folder.role === 'sent' ? [] : heads.flatMap((head) => instantOf(head.internalDate) ?? []);
  return { looked: heads.length, newest: dates.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null };
}

const daemon = /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon)/i;

/** Those that are with somebody we know, or may say that something did not arrive; by their heads alone, and not captured before. */
async function withKnownPeople(
  context: Context,
  folder: ReadFolder,
  heads: readonly FetchMessageObject[],
): Promise<FetchMessageObject[]> {
  const all = heads.map((head) => {
    const { from = [], to = [], cc = [], bcc = [], messageId, subject = '', date } = head.envelope ?? {};
    const addresses = (folder.role === 'sent' ? [...to, ...cc, ...bcc] : from).flatMap(
      ({ address }) => address?.toLowerCase() ?? [],
    );
    const sender = from[0]?.address?.toLowerCase() ?? '';
    const id = idsIn(messageId)[0] ?? null;
    const key = messageKey({ messageId: id, from: { name: '', address: sender }, date: instantOf(date), subject });
    return { head, addresses, key, mayBounce: folder.role !== 'sent' && (sender === '' || daemon.test(sender)) };
  });
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const people = await peopleWithAddresses(
        tx,
        all.flatMap((one) => one.addresses),
      );
      const known = new Set(people.map((one) => one.address));
      const hits = all.filter((one) => one.mayBounce || one.addresses.some((address) => known.has(address)));
      const captured = await knownMessages(
        tx,
        hits.map((one) => one.key),
      );
      return hits.filter((one) => !captured.has(one.key)).map((one) => one.head);
    },
    { readOnly: true },
  );
}

function instantOf(date: Date | string | undefined): Date | null {
  const instant = date === undefined ? null : new Date(date);
  return instant === null || Number.isNaN(instant.getTime()) ? null : instant;
}

/** Large ones each alone, the others as many as fit in an answer. */
function grouped(heads: readonly FetchMessageObject[]): FetchMessageObject[][] {
  const groups: FetchMessageObject[][] = [];
  let size = Infinity;
  for (const head of heads) {
    const own = head.size ?? 0;
    const last = groups.at(-1);
    if (!last || own > wholeBytes || size + own > answerBytes || last.length >= 100) {
      groups.push([head]);
      size = own > wholeBytes ? Infinity : own;
    } else {
      last.push(head);
      size += own;
    }
  }
  return groups;
}

/** 1,2,3,7 as 1:3,7: a line of a command has an end. */
function ranges(uids: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < uids.length;) {
    let until = from;
    while ((uids[until + 1] ?? 0) === (uids[until] ?? 0) + 1) until += 1;
    parts.push(from === until ? String(uids[from]) : `${uids[from]}:${uids[until]}`);
    from = until + 1;
  }
  return parts.join(',');
}
