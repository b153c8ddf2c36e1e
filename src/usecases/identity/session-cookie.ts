import { createHmac, timingSafeEqual } from 'node:crypto';

/** Better-auth puts `__Secure-` before the name when the address is https. */
export function sessionCookieName(appUrl: string): string {
  return `${appUrl.startsWith('https:') ? '__Secure-' : ''}aanhouder.session_token`;
}

/**
 * The session token in a Cookie header, or null. The value is `<token>.<HMAC-SHA-256 of the token, base64>`, percent-encoded: how
 * better-auth 1.7 signs it (tests/integration/sign-in.test.ts holds us to that). A forged value never reaches the database.
 */
export function sessionToken(cookieHeader: string | undefined, name: string, secret: string): string | null {
  const value = cookieValue(cookieHeader, name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signature(token, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** A Set-Cookie header. `value` as signedValue gives it; empty with an age of 0 seconds takes the cookie away. */
export function sessionCookie(appUrl: string, value: string, maxAge: number): string {
  const secure = appUrl.startsWith('https:') ? '; Secure' : '';
  return `${sessionCookieName(appUrl)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** What stands behind the `=` in the cookie of this token. */
export function signedValue(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${signature(token, secret)}`);
}

function signature(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64');
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
