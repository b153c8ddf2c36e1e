import type { Databases } from '#db/connect';
import { openBetterAuth, type BetterAuth } from './better-auth.ts';
import { sessionCookieName } from './session-cookie.ts';

/** What signing in needs. Made once, by main. */
export type Identity = {
  databases: Databases;
  /** Signs the session cookies. */
  secret: string;
  /** Where the app is reached, without a slash at the end; https makes the cookie Secure. */
  appUrl: string;
  cookieName: string;
  betterAuth: BetterAuth;
  now: () => Date;
  newId: () => string;
};

export type IdentityOptions = Pick<Identity, 'databases' | 'secret' | 'appUrl' | 'now' | 'newId'>;

export function openIdentity(options: IdentityOptions): Identity {
  return {
    ...options,
    cookieName: sessionCookieName(options.appUrl),
    betterAuth: openBetterAuth({ ...options, auth: options.databases.auth }),
  };
}
