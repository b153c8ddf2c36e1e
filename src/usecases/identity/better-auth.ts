import type { BetterAuthOptions as Config } from 'better-auth';
import type { Auth } from '#db/identity/account';

export type SignInRequest = {
  path: '/sign-in/email' | '/sign-out';
  body: Record<string, unknown>;
  cookie?: string | undefined;
  /** Of the client, as our own server determined it. */
  address: string;
  userAgent: string | undefined;
};

/** Better-auth behind our own routes: only what is asked for here, never its handler to the outside. */
export type BetterAuth = {
  request(request: SignInRequest): Promise<Response>;
  hashPassword(password: string): Promise<string>;
};

export type BetterAuthOptions = { auth: Auth; appUrl: string; secret: string; newId: () => string };

const day = 86_400;
/** A session ends after this many seconds without use. */
export const sessionSeconds = 30 * day;
/** It is renewed at most this often. */
export const renewSeconds = day;

const basePath = '/api/auth';
// Set by us on the request that we make ourselves; what a client sends never gets there.
const addressHeader = 'x-aanhouder-address';

/**
 * E-mail and password only: no plugins, no sign-up, no links by mail (promises.md, better-auth). The request goes through its
 * handler, so that its own checks (origin, limit per address in the database) stay on. Its address is APP_URL; Host is not looked at.
 * Loaded at first use: it is 0.4 s of the start otherwise.
 */
export function openBetterAuth(options: BetterAuthOptions): BetterAuth {
  let opened: ReturnType<typeof load> | undefined;
  const get = () => (opened ??= load(options));
  return {
    async request({ path, body, cookie, address, userAgent }) {
      const { handler } = await get();
      const headers = new Headers({
        'content-type': 'application/json',
        origin: options.appUrl,
        [addressHeader]: address,
      });
      if (cookie !== undefined) headers.set('cookie', cookie);
      if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 500));
      return handler(
        new Request(`${options.appUrl}${basePath}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
      );
    },
    async hashPassword(password) {
      return (await get()).hashPassword(password);
    },
  };
}

async function load(options: BetterAuthOptions) {
  const [{ betterAuth }, { hashPassword }] = await Promise.all([import('better-auth'), import('better-auth/crypto')]);
  const { handler } = betterAuth(betterAuthConfig(options));
  return { handler, hashPassword };
}

/** E-mail and password, and nothing else (promises.md, better-auth). */
export function betterAuthConfig({ auth, appUrl, secret, newId }: BetterAuthOptions): Config {
  return {
    appName: 'Aanhouder',
    baseURL: appUrl,
    basePath,
    secret,
    database: { db: auth, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: sessionSeconds,
      updateAge: renewSeconds,
      additionalFields: { activeWorkspaceId: { type: 'string', required: false, input: false } },
    },
    // Beside our own limit per account (account-limit.ts).
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'aanhouder',
      useSecureCookies: appUrl.startsWith('https:'),
      // Said, as better-auth turns them off by itself where NODE_ENV is test: then tests would see another program.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The schema is ours (0002-auth.sql); tests/integration/auth-schema.test.ts compares it with better-auth's wishes.
      database: { generateId: () => newId(), validateSchema: false },
    },
    telemetry: { enabled: false },
    // It would log each wrong password with its address.
    logger: { disabled: true },
  };
}
