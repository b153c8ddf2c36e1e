import type { MailboxRow } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { type ImapLogin, MailboxTrouble } from '#mail/imap-session';
import { keepSecret, readSecret } from '../secret/secrets.ts';
import { askTokens, OAuthRefused, type OAuthTokens } from './oauth-tokens.ts';
import type { Watch } from './watch-mailbox.ts';

/** What a mailbox keeps sealed. */
export type MailboxSecret = { password: string } | OAuthTokens;

export function secretFrom(text: string | null): MailboxSecret | null {
  if (text === null) return null;
  const found: Partial<Record<string, unknown>> = JSON.parse(text);
  const { password, refreshToken, accessToken, expiresAt } = found;
  if (typeof password === 'string') return { password };
  if (typeof refreshToken !== 'string' || typeof accessToken !== 'string' || typeof expiresAt !== 'string') return null;
  return { refreshToken, accessToken, expiresAt };
}

/** Renewed so long before it ends. */
const marginMs = 120_000;

/** Throws MailboxTrouble: `no_secret` when it was sealed with a key that is not here, `login_refused` when the provider renews it no more. */
export async function loginOf(
  { context, outside }: Pick<Watch, 'context' | 'outside'>,
  mailbox: MailboxRow,
): Promise<ImapLogin> {
  const account = { id: mailbox.id, memberId: mailbox.member_id };
  const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]) =>
    inWorkspace(context.databases, context.actor.workspaceId, work);
  const secret = secretFrom(await within((tx) => readSecret(tx, outside.vault, account, context.now())));
  if (secret === null)
    throw new MailboxTrouble(
      'login',
      'no_secret',
      'The password was sealed with a key that is not here. Type it again.',
    );
  if ('password' in secret) return { user: mailbox.user_name, pass: secret.password };
  if (new Date(secret.expiresAt).getTime() - marginMs > context.now().getTime())
    return { user: mailbox.user_name, accessToken: secret.accessToken };
  const client = mailbox.auth === 'password' ? undefined : outside.oauth?.[mailbox.auth];
  if (!client || mailbox.auth === 'password')
    throw new MailboxTrouble('login', 'no_secret', 'Signing in with this provider is not set up here any more.');
  const grant = { grant_type: 'refresh_token' as const, refresh_token: secret.refreshToken };
  const tokens = await askTokens(outside, client, mailbox.auth, grant, context.now()).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new MailboxTrouble(
      'login',
      error instanceof OAuthRefused ? 'login_refused' : 'no_answer',
      said.slice(0, 200),
    );
  });
  await within((tx) => keepSecret(tx, outside.vault, account, JSON.stringify(tokens), context.now()));
  return { user: mailbox.user_name, accessToken: tokens.accessToken };
}
