import { isIP } from 'node:net';

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?';
const name = new RegExp(`^(?:${label}\\.)*${label}$`);
// What some resolvers read as an address: 2130706433, 0x7f.1, 127.1, 017700000001 (EspoCRM's CVE-2026-33534 was such a one).
const numeric = /^(?:\d+|0x[0-9a-f]*)$/;

/**
 * A host as it is looked up: lower case, without brackets or a dot at the end. Null for what is no host, and for an address in another
 * notation than the usual one.
 */
export function hostName(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (isIP(host) !== 0) return host.includes('%') ? null : host;
  if (host.length > 253 || !name.test(host)) return null;
  return numeric.test(host.split('.').at(-1) ?? '') ? null : host;
}
