import { BlockList, isIP } from 'node:net';

/** What is nobody's machine on the internet: IANA's special-purpose registries (RFC 6890) and what carries an IPv4 address within IPv6. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/** All of IPv6 that is given out; loopback, ULA, link-local, site-local, multicast and NAT64 lie beside it. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is of the internet, and of nobody's own network. IPv4 within IPv6 (::ffff:…) counts as what it is. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false;
  if (family === 4) return !inside.check(address, 'ipv4');
  const four = mappedAddress(address);
  if (four !== null) return !inside.check(four, 'ipv4');
  return given.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** The IPv4 address within ::ffff:0:0/96, null for another one. */
function mappedAddress(address: string): string | null {
  // The URL parser writes every notation as one: [::ffff:7f00:1].
  const [, high, low] =
    /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return null;
  const [first, second] = [parseInt(high, 16), parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}
