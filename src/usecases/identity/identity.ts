import type { Databases } from '#db/connect';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '../secret/vault.ts';
import { openBetterAuth, type BetterAuth } from './better-auth.ts';
import type { Outside } from './outside.ts';
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
  outside: Outside;
  now: () => Date;
  newId: () => string;
};

export type IdentityOptions = Pick<Identity, 'databases' | 'secret' | 'appUrl' | 'now' | 'newId'> & {
  outside?: Outside;
};

export function openIdentity(options: IdentityOptions): Identity {
  return {
    // Without a word of main: to the internet alone, sealed by what signs the sessions.
    outside: { egress: openEgress(), vault: openVault([options.secret]) },
    ...options,
    cookieName: sessionCookieName(options.appUrl),
    betterAuth: openBetterAuth({ ...options, auth: options.databases.auth }),
  };
}
