import { createHash } from 'node:crypto';
import { roles, type Role } from '#core/opportunity/vocabulary';
import { findSessionMember, renewSession } from '#db/identity/session';
import type { TokenScope } from '#db/auth-tables';
import { findTokenHolder, touchToken, type TokenHolder } from '#db/identity/token';
import type { Actor } from '../context.ts';
import { renewSeconds, sessionSeconds } from './better-auth.ts';
import type { Identity } from './identity.ts';
import { sessionCookie, sessionToken, signedValue } from './session-cookie.ts';

export type Credentials = { authorization: string | undefined; cookie: string | undefined };

/** `by` a cookie: the caller must also ask for the marks of our own page, as a browser sends cookies unasked. */
export type Authenticated = { actor: Actor; by: 'token' | 'cookie'; setCookies: string[] };

const lastUsedEveryMs = 60_000;

/** Who is asking, looked up on each request, membership included; null for nobody that we know. */
export async function authenticate(identity: Identity, credentials: Credentials): Promise<Authenticated | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(credentials.authorization ?? '')?.[1];
  if (bearer !== undefined) return byToken(identity, bearer);
  const token = sessionToken(credentials.cookie, identity.cookieName, identity.secret);
  return token === null ? null : byCookie(identity, token);
}

async function byToken(identity: Identity, token: string): Promise<Authenticated | null> {
  const holder = await tokenHolder(identity, token, 'api');
  return holder === null ? null : { actor: holder.actor, by: 'token', setCookies: [] };
}

/** Who has this token, which opens what `scope` says; null for anything else. */
export async function tokenHolder(
  { databases, now }: Identity,
  token: string,
  scope: TokenScope,
): Promise<{ id: string; actor: Actor; feed: TokenHolder['feed'] } | null> {
  if (!token.startsWith('aan_')) return null;
  const holder = await findTokenHolder(databases, hashToken(token), scope);
  if (holder === null) return null;
  if (holder.lastUsedAt === null || now().getTime() - holder.lastUsedAt.getTime() > lastUsedEveryMs) {
    // For the list of tokens only: not worth waiting for, nor failing for.
    void touchToken(databases.auth, holder.id, now()).catch(() => {});
  }
  const role = lesser(holder.role, holder.memberRole);
  const actor = { workspaceId: holder.workspaceId, memberId: holder.memberId, role };
  return { id: holder.id, actor, feed: holder.feed };
}

async function byCookie(identity: Identity, token: string): Promise<Authenticated | null> {
  const now = identity.now();
  const { databases } = identity;
  const member = await findSessionMember(databases, token, now);
  if (member === null) return null;
  const { workspaceId, memberId, role } = member;
  const setCookies: string[] = [];
  if (now.getTime() - member.renewedAt.getTime() > renewSeconds * 1000) {
    await renewSession(databases.auth, token, now, new Date(now.getTime() + sessionSeconds * 1000));
    setCookies.push(sessionCookie(identity.appUrl, signedValue(token, identity.secret), sessionSeconds));
  }
  return { actor: { workspaceId, memberId, role }, by: 'cookie', setCookies };
}

/** A token made as owner by somebody who has since become seller does what a seller may. */
function lesser(a: Role, b: Role): Role {
  return roles.indexOf(a) >= roles.indexOf(b) ? a : b;
}

/** 256 random bits need no slow hash: what is kept tells nothing about the token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
