import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { PushRequest } from '#usecases/push/web-push';

const patienceMs = 15_000;

/** Addresses inside: a browser says where its notices go, and that must never be a machine of this network (promises.md, 21). */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/** Whether an address of the internet, and of nobody's own network. IPv4 within IPv6 counts as what it is. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !inside.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Looks a name up and refuses what lies inside: the address that is connected to is the one that was looked at. */
const outsideOnly: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, [], 0);
    const open = addresses.filter(({ address }) => isOutside(address));
    const [first] = open;
    if (!first) return done(new Error(`${host} is no address of the internet`), [], 0);
    return options.all ? done(null, open) : done(null, first.address, first.family);
  });
};

/** Posts to a push service: https only, to the internet only, no redirects, with limits of time and of what is read. Answers the status. */
export function postPush({ url, headers, body }: PushRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (protocol !== 'https:' || (isIP(literal) !== 0 && !isOutside(literal)))
      return reject(new Error(`${hostname} is no push service`));
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        lookup: outsideOnly,
        signal: AbortSignal.timeout(patienceMs),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        // What it says does not matter.
        answer.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
