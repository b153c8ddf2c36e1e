const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request that changes something comes from our own page. Browsers say so in Origin with every such request; what is no
 * browser sends none, and cannot be tricked into sending a cookie either. Where the app itself is on this machine, any loopback
 * origin is ours: it is opened as localhost or 127.0.0.1, and in development through another port; for those the header that we ask
 * for beside it (authorize.ts) is the lock, as no other page can send it.
 */
export function isSameOrigin(origin: string | undefined, appUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const own = new URL(appUrl);
  return from.origin === own.origin || (loopback.has(own.hostname) && loopback.has(from.hostname));
}
