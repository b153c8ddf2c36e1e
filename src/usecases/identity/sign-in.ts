import { AppError } from '#contract/app-error';
import { findSessionMember } from '#db/identity/session';
import type { Actor } from '../context.ts';
import { forgetAttempts, takeAttempt } from './account-limit.ts';
import type { Identity } from './identity.ts';
import { sessionToken } from './session-cookie.ts';
import { foldAddress } from './sign-in-address.ts';

export type Visitor = { address: string; userAgent: string | undefined };
export type SignedIn = { actor: Actor; cookies: string[] };

/** The answer to a wrong password, an unknown address and an account without a workspace is one and the same, after the same work. */
export async function signIn(
  identity: Identity,
  { email, password }: { email: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const folded = foldAddress(email);
  const { auth } = identity.databases;
  await takeAttempt(auth, folded, identity.now());
  const answer = await identity.betterAuth.request({
    path: '/sign-in/email',
    body: { email: folded, password },
    ...visitor,
  });
  if (answer.status === 429)
    throw new AppError('too_many_requests', { detail: 'Too many attempts from this address.' });
  const cookies = answer.headers.getSetCookie();
  const token = cookies
    .map((cookie) => sessionToken(cookie, identity.cookieName, identity.secret))
    .find((found) => found !== null);
  const member =
    token === undefined || !answer.ok ? null : await findSessionMember(identity.databases, token, identity.now());
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
  if (member === null) throw new AppError('not_signed_in', { detail: 'E-mail address or password is not right.' });
  await forgetAttempts(auth, folded, identity.now());
  return { actor: { workspaceId: member.workspaceId, memberId: member.memberId, role: member.role }, cookies };
}
