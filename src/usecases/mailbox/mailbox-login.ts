import { type MailboxRow } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { type ImapLogin, MailboxTrouble } from '#mail/imap-session';
import { readSecret } from '../secret/secrets.ts';
import type { Watch } from './watch-mailbox.ts';

/** What a mailbox keeps sealed. */
export type MailboxSecret = { password: string };

export function secretFrom(text: string | null): MailboxSecret | null {
  if (text === null) return null;
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null && 'password' in parsed && typeof parsed.password === 'string'
    ? { password: parsed.password }
    : null;
}

/** Throws MailboxTrouble `no_secret`: it was sealed with a key that is not here. */
export async function loginOf(
  { context, outside }: Pick<Watch, 'context' | 'outside'>,
  mailbox: MailboxRow,
): Promise<ImapLogin> {
  const account = { id: mailbox.id, memberId: mailbox.member_id };
  const text = await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    readSecret(tx, outside.vault, account, context.now()),
  );
  const secret = secretFrom(text);
  if (secret === null)
    throw new MailboxTrouble(
      'login',
      'no_secret',
      'The password was sealed with a key that is not here. Type it again.',
    );
  return { user: mailbox.user_name, pass: secret.password };
}
