import { lookup as lookUpName } from 'node:dns/promises';
import { isIP } from 'node:net';
import { hostName } from './host-name.ts';
import { isOutside } from './is-outside.ts';

/** Where to connect to: the address that was looked at, and the name that its certificate must carry. */
export type CheckedHost = { host: string; address: string; family: 4 | 6; port: number; addresses: Address[] };
export type Address = { address: string; family: 4 | 6 };

/** The way out for everything whose host a user names. `check` throws EgressRefused, or the fault of the look-up. */
export type Egress = {
  check(host: string, port: number): Promise<CheckedHost>;
  /** Named by the installation as of its own network. */
  isOwn(host: string, port: number): boolean;
};

export type EgressRefusal = 'host_invalid' | 'host_inside' | 'port_refused' | 'host_unknown';

export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
  readonly reason: EgressRefusal;
  readonly host: string;
  constructor(reason: EgressRefusal, host: string, message: string) {
    super(message);
    this.reason = reason;
    this.host = host;
  }
}

export type LookUp = (host: string) => Promise<{ address: string; family: number }[]>;

/** Web, submission and IMAP: what mail and calendars are served on. Another one must be named in AANHOUDER_ALLOW_HOSTS. */
const ports = new Set([80, 443, 8443, 25, 465, 587, 2525, 143, 993]);
const patienceMs = 10_000;

/** `allowed`: hosts (or host:port) of the installation's own network, as AANHOUDER_ALLOW_HOSTS names them. */
export function openEgress(allowed: readonly string[] = [], lookUp: LookUp = systemLookUp): Egress {
  const own = new Set(allowed.map((entry) => entry.trim().toLowerCase()));
  const isOwn = (host: string, port: number) =>
    own.has(host) || own.has(`${host}:${port}`) || own.has(`[${host}]:${port}`);
  return {
    isOwn: (text, port) => isOwn(hostName(text) ?? '', port),
    async check(text, port) {
      const host = hostName(text);
      if (host === null)
        throw new EgressRefused('host_invalid', text, `"${text.slice(0, 80)}" is no name of a server.`);
      const named = isOwn(host, port);
      if (!named && !ports.has(port))
        throw new EgressRefused('port_refused', host, `Port ${port} of ${host} is not served to mail or calendars.`);
      const found = await addressesOf(host, lookUp);
      const open = found.filter(({ address }) => named || isOutside(address));
      const [first] = open;
      if (!first)
        throw new EgressRefused(
          'host_inside',
          host,
          `${host} is no server on the internet, but in a network of one's own.`,
        );
      return { host, port, ...first, addresses: open };
    },
  };
}

/** IPv4 first: many a server in a container has no way out by IPv6. */
async function addressesOf(host: string, lookUp: LookUp): Promise<Address[]> {
  const literal = isIP(host);
  if (literal !== 0) return [{ address: host, family: literal === 4 ? 4 : 6 }];
  const found = await within(lookUp(host)).catch((error: unknown) => {
    throw new EgressRefused(
      'host_unknown',
      host,
      `${host} is not known (${String((error as { code?: unknown }).code)}).`,
    );
  });
  return found
    .map(({ address }) => ({ address, family: isIP(address) === 6 ? (6 as const) : (4 as const) }))
    .toSorted((a, b) => a.family - b.family);
}

const systemLookUp: LookUp = (host) => lookUpName(host, { all: true });

function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('The look-up takes too long.'), { code: 'ETIMEOUT' })),
      patienceMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
