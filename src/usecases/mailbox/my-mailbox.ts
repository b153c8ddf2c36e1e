import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/app-error';
import type { ChooseLeftOut, Mailbox, MailServer, MyMailbox, SaveMailbox } from '#contract/mailbox';
import { changeMailbox, deleteMailbox, foldersOf, insertMailbox, mailboxOf, type MailboxRow } from '#db/mailbox';
import { inboxTokenOf, ownAddressesOf, saveInboxToken } from '#db/inbox-address';
import { inWorkspace, type Tx } from '#db/transaction';
import { hostName } from '#mail/egress/host-name';
import { isMailAddress } from '#mail/mail-address';
import type { Context } from '../context.ts';
import type { Outside } from '../identity/outside.ts';
import { forgetSecret, keepSecret } from '../secret/secrets.ts';
import { inboxAddress } from './receive-at-inbox.ts';

/** One's own mailbox, and how it goes with it. Never its password. */
export function getMailbox(context: Context, outside: Outside): Promise<MyMailbox> {
  return within(context, (tx) => mine(tx, context, outside), true);
}

/** A new one, or other servers for the one there is. Whoever watches mailboxes tries it at once. */
export async function saveMailbox(context: Context, outside: Outside, wish: SaveMailbox): Promise<MyMailbox> {
  const values = columns(outside, wish);
  return within(context, async (tx) => {
    const { memberId } = context.actor;
    const present = await mailboxOf(tx, memberId);
    if (wish.version === undefined ? present !== null : present === null) throw await conflict(tx, context);
    if (!present && wish.password === undefined)
      throw new AppError('invalid_request', { at: 'password', detail: 'A new mailbox needs a password.' });
    // The password of one server is not sent to another one because somebody typed its name.
    const moved =
      present &&
      (present.auth !== 'password' || present.imap_host !== values.imap_host || present.smtp_host !== values.smtp_host);
    if (moved && wish.password === undefined)
      throw new AppError('invalid_request', { at: 'password', detail: 'Another server needs the password again.' });
    const id = present?.id ?? context.newId();
    if (!present)
      await insertMailbox(tx, { id, member_id: memberId, auth: 'password', created_at: context.now(), ...values });
    else if (!(await changeMailbox(tx, id, wish.version ?? 0, { ...values, auth: 'password', ...asNew })))
      throw await conflict(tx, context);
    if (wish.password !== undefined)
      await keepSecret(tx, outside.vault, { id, memberId }, JSON.stringify({ password: wish.password }), context.now());
    return mine(tx, context, outside);
  });
}

/** Folders and domains of which nothing is read from now on. The inbox is always read. */
export function chooseLeftOut(context: Context, outside: Outside, wish: ChooseLeftOut): Promise<MyMailbox> {
  return within(context, async (tx) => {
    const present = await existing(tx, context);
    const folders = wish.leftOutFolders ?? present.left_out_folders;
    const domains = wish.leftOutDomains?.map((domain) => domain.toLowerCase()) ?? present.left_out_domains;
    const values = {
      left_out_folders: folders.filter((path) => path.toUpperCase() !== 'INBOX'),
      left_out_domains: domains,
    };
    if (!(await changeMailbox(tx, present.id, wish.version, values))) throw await conflict(tx, context);
    return mine(tx, context, outside);
  });
}

/** Now, and not only when it is its time. */
export function tryMailbox(context: Context, outside: Outside): Promise<MyMailbox> {
  return within(context, async (tx) => {
    const present = await existing(tx, context);
    await changeMailbox(tx, present.id, present.version, { next_try_at: null });
    return mine(tx, context, outside);
  });
}

/** My address for forwarded mail; a new one again, when the one before became known to somebody. */
export function makeInboxAddress(context: Context, outside: Outside): Promise<MyMailbox> {
  return within(context, async (tx) => {
    if (outside.inbox === undefined) throw new AppError('not_found', { at: 'inbox' });
    await saveInboxToken(tx, context.actor.memberId, newToken(), context.now());
    return mine(tx, context, outside);
  });
}

/** 80 bits in base32 (RFC 4648), in lower case. */
const newToken = (): string =>
  Array.from(randomBytes(16), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');

/** Nothing is read any more, and its password is gone. What was captured stays with the people it is about. */
export function removeMailbox(context: Context): Promise<void> {
  return within(context, async (tx) => {
    const present = await existing(tx, context);
    await forgetSecret(tx, present.id);
    await deleteMailbox(tx, present.id);
  });
}

export const asNew = {
  step: 'new',
  watching: null,
  last_error: null,
  last_error_said: null,
  failures: 0,
  next_try_at: null,
} as const;

function columns({ egress }: Outside, wish: SaveMailbox) {
  const address = wish.address.trim();
  if (!isMailAddress(address)) throw new AppError('email_invalid', { at: 'address' });
  for (const at of ['imap', 'smtp'] as const) {
    const { host, port, security } = wish[at];
    const name = hostName(host);
    if (name === null) throw new AppError('invalid_request', { at, detail: `${host} is no name of a server.` });
    if (security === 'none' && !egress.isOwn(name, port))
      throw new AppError('invalid_request', {
        at,
        detail: `Without TLS the password goes open over the line: only to a server named in AANHOUDER_ALLOW_HOSTS.`,
      });
  }
  return {
    address,
    user_name: wish.userName.trim(),
    imap_host: wish.imap.host.toLowerCase(),
    imap_port: wish.imap.port,
    imap_security: wish.imap.security,
    smtp_host: wish.smtp.host.toLowerCase(),
    smtp_port: wish.smtp.port,
    smtp_security: wish.smtp.security,
    keeps_sent: wish.keepsSent ?? false,
  };
}

async function existing(tx: Tx, { actor }: Context): Promise<MailboxRow> {
  const row = await mailboxOf(tx, actor.memberId);
  if (!row) throw new AppError('not_found', { at: 'mailbox' });
  return row;
}

async function conflict(tx: Tx, context: Context): Promise<AppError> {
  return new AppError('version_conflict', { facts: { mailbox: await view(tx, context) } });
}

export async function mine(tx: Tx, context: Context, outside: Outside): Promise<MyMailbox> {
  const { memberId } = context.actor;
  const [mailbox, token, from] = [
    await view(tx, context),
    await inboxTokenOf(tx, memberId),
    await ownAddressesOf(tx, memberId),
  ];
  const address = outside.inbox === undefined || token === null ? null : inboxAddress(outside.inbox, token);
  const oauth = { google: outside.oauth?.google !== undefined, microsoft: outside.oauth?.microsoft !== undefined };
  return { mailbox, oauth, inbox: { offered: outside.inbox !== undefined, address, from } };
}

async function view(tx: Tx, { actor }: Context): Promise<Mailbox | null> {
  const row = await mailboxOf(tx, actor.memberId);
  if (!row) return null;
  const folders = await foldersOf(tx, row.id);
  const server = (host: string, port: number, security: MailServer['security']): MailServer => ({
    host,
    port,
    security,
  });
  return {
    id: row.id,
    version: row.version,
    address: row.address,
    auth: row.auth,
    userName: row.user_name,
    imap: server(row.imap_host, row.imap_port, row.imap_security),
    smtp: server(row.smtp_host, row.smtp_port, row.smtp_security),
    keepsSent: row.keeps_sent,
    folders: folders.map(({ path, role }) => ({ path, role })),
    leftOutFolders: row.left_out_folders,
    leftOutDomains: row.left_out_domains,
    state: {
      step: row.step,
      watching: row.watching,
      error:
        row.last_error === null || row.last_error_at === null
          ? null
          : { code: row.last_error, said: row.last_error_said ?? '', at: row.last_error_at.toISOString() },
      nextTryAt: row.next_try_at?.toISOString() ?? null,
      checkedAt: row.checked_at?.toISOString() ?? null,
      lastMessageAt: row.last_message_at?.toISOString() ?? null,
      lookedAt: row.looked_at,
    },
  };
}

const within = <T>({ databases, actor }: Context, work: (tx: Tx) => Promise<T>, readOnly = false) =>
  inWorkspace(databases, actor.workspaceId, work, readOnly ? { readOnly } : {});
