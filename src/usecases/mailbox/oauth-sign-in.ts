import { type OAuthProvider, oauthProviders } from '#core/mail/oauth-providers';
import { AppError } from '#contract/app-error';
import type { MyMailbox, StartOAuth } from '#contract/mailbox';
import { changeMailbox, insertMailbox, mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { isMailAddress } from '#mail/mail-address';
import type { Context } from '../context.ts';
import type { Outside } from '../identity/outside.ts';
import { keepSecret } from '../secret/secrets.ts';
import { asNew, mine } from './my-mailbox.ts';
import { askTokens, authorizeUrl, newVerifier, OAuthRefused, type OAuthClient, serverOf } from './oauth-tokens.ts';

type State = { memberId: string; provider: OAuthProvider; address: string; verifier: string; until: string };

const minutes = 15;
/** Where the provider sends the browser back to: our own screen, which hands the code in with a POST. */
const redirectOf = (appUrl: string): string => `${appUrl}/settings`;
const stateOf = ({ actor }: Context) => ({ workspaceId: actor.workspaceId, accountId: 'oauth state' });

/** The address of the provider's own page. What must come back is sealed in it, so that nothing has to be kept until then. */
export function startOAuth(
  context: Context,
  outside: Outside,
  appUrl: string,
  { provider, address }: StartOAuth,
): { url: string } {
  if (!isMailAddress(address)) throw new AppError('email_invalid', { at: 'address' });
  const client = clientOf(outside, provider);
  const verifier = newVerifier();
  const until = new Date(context.now().getTime() + minutes * 60_000).toISOString();
  const state: State = { memberId: context.actor.memberId, provider, address, verifier, until };
  const { keyId, sealed } = outside.vault.seal(JSON.stringify(state), stateOf(context));
  const asked = {
    redirectUri: redirectOf(appUrl),
    state: `${keyId}.${sealed.toString('base64url')}`,
    verifier,
    address,
  };
  return { url: authorizeUrl(client, provider, asked) };
}

/** They said yes at the provider: the code becomes tokens, and the mailbox is connected with them. */
export async function finishOAuth(
  context: Context,
  outside: Outside,
  appUrl: string,
  { code, state: text }: { code: string; state: string },
): Promise<MyMailbox> {
  const state = readState(context, outside, text);
  const client = clientOf(outside, state.provider);
  const grant = {
    grant_type: 'authorization_code' as const,
    code,
    redirect_uri: redirectOf(appUrl),
    code_verifier: state.verifier,
  };
  const tokens = await askTokens(outside, client, state.provider, grant, context.now()).catch((error: unknown) => {
    if (error instanceof OAuthRefused) throw refused(error.message);
    throw error;
  });
  const { imap, smtp } = serverOf(client, state.provider);
  const values = {
    address: state.address,
    auth: state.provider,
    user_name: state.address,
    imap_host: imap.host,
    imap_port: imap.port,
    imap_security: imap.security,
    smtp_host: smtp.host,
    smtp_port: smtp.port,
    smtp_security: smtp.security,
    keeps_sent: true,
  };
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const { memberId } = context.actor;
    const present = await mailboxOf(tx, memberId);
    const id = present?.id ?? context.newId();
    if (present) await changeMailbox(tx, id, present.version, { ...values, ...asNew });
    else await insertMailbox(tx, { id, member_id: memberId, created_at: context.now(), ...values });
    await keepSecret(tx, outside.vault, { id, memberId }, JSON.stringify(tokens), context.now());
    return mine(tx, context, outside);
  });
}

function clientOf(outside: Outside, provider: OAuthProvider): OAuthClient {
  const client = outside.oauth?.[provider];
  if (!client) throw new AppError('not_found', { at: 'provider' });
  return client;
}

/** Of this member and of now: who is led here with the state of another connects nothing. */
function readState(context: Context, { vault }: Outside, text: string): State {
  const [keyId = '', sealed = ''] = text.split('.');
  const opened = vault.unseal({ keyId, sealed: Buffer.from(sealed, 'base64url') }, stateOf(context));
  const state: Partial<State> = opened === null ? {} : JSON.parse(opened);
  const { memberId, address, verifier, until } = state;
  const provider = oauthProviders.find((one) => one === state.provider);
  if (memberId !== context.actor.memberId || !provider || !address || !verifier || !until) throw notHere;
  if (new Date(until) < context.now()) throw notHere;
  return { memberId, provider, address, verifier, until };
}

const notHere = new AppError('not_found', {
  at: 'state',
  detail: 'This was not begun here by you within a quarter of an hour. Begin again.',
});
const refused = (detail: string) => new AppError('invalid_request', { at: 'code', detail });
