import { deleteSession } from '#db/identity/session';
import type { Identity } from './identity.ts';
import { sessionCookie, sessionToken } from './session-cookie.ts';

/** Ends the session of this cookie, here and in the database. Gives the cookie that takes its place; signing out twice is fine. */
export async function signOut(identity: Identity, cookieHeader: string | undefined): Promise<string[]> {
  const token = sessionToken(cookieHeader, identity.cookieName, identity.secret);
  if (token !== null) await deleteSession(identity.databases.auth, token);
  return [sessionCookie(identity.appUrl, '', 0)];
}
