import { createHash, randomBytes } from 'node:crypto';
import { type OAuthProvider, type OAuthServer, oauthServers } from '#core/mail/oauth-providers';
import { type HttpClient, httpClient } from '#mail/egress/http-client';
import type { Outside } from '../identity/outside.ts';

/** What the host registered with a provider. `servers`: other addresses; `ask`: how they are asked; both for tests. */
export type OAuthClient = {
  clientId: string;
  clientSecret: string;
  servers?: Partial<OAuthServer>;
  ask?: HttpClient;
};
export type OAuthTokens = { refreshToken: string; accessToken: string; expiresAt: string };

export class OAuthRefused extends Error {
  override readonly name = 'OAuthRefused';
}

export const serverOf = (client: OAuthClient, provider: OAuthProvider): OAuthServer => ({
  ...oauthServers[provider],
  ...client.servers,
});

/** RFC 7636: whoever gets hold of the code on its way cannot use it. */
export const newVerifier = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export function authorizeUrl(
  client: OAuthClient,
  provider: OAuthProvider,
  { redirectUri, state, verifier, address }: { redirectUri: string; state: string; verifier: string; address: string },
): string {
  const { authorize, scope, more } = serverOf(client, provider);
  const url = new URL(authorize);
  const asked = {
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    login_hint: address,
    ...more,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

type Grant =
  | { grant_type: 'authorization_code'; code: string; redirect_uri: string; code_verifier: string }
  | { grant_type: 'refresh_token'; refresh_token: string };

/** Throws OAuthRefused when the provider says no, and the fault of the line otherwise. `before`: the token to renew, which not every answer repeats. */
export async function askTokens(
  { egress }: Outside,
  client: OAuthClient,
  provider: OAuthProvider,
  grant: Grant,
  now: Date,
): Promise<OAuthTokens> {
  const { token } = serverOf(client, provider);
  const url = new URL(token);
  const { status, body } = await (client.ask ?? httpClient(egress))({
    method: 'POST',
    url: token,
    plain: egress.isOwn(url.hostname, Number(url.port) || 80),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...grant }).toString(),
    maxBytes: 100_000,
  });
  const answer = parsed(body);
  if (status >= 500) throw new Error(`The provider answers ${status}.`);
  const accessToken = answer['access_token'];
  const refreshToken = answer['refresh_token'] ?? ('refresh_token' in grant ? grant.refresh_token : undefined);
  if (status >= 400 || typeof accessToken !== 'string' || typeof refreshToken !== 'string')
    throw new OAuthRefused(
      String(answer['error_description'] ?? answer['error'] ?? `The provider answers ${status}.`).slice(0, 200),
    );
  const seconds = Number(answer['expires_in'] ?? 3600);
  return { accessToken, refreshToken, expiresAt: new Date(now.getTime() + Math.max(60, seconds) * 1000).toISOString() };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  } catch {
    return {};
  }
}
