import { networkInterfaces } from 'node:os';
import type { OnThePhone } from '#contract/phone';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ownNetwork = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** Where a telephone finds this installation: its address, or else those of this computer in its own network. */
export function onThePhone(appUrl: string, interfaces = networkInterfaces()): OnThePhone {
  const url = new URL(appUrl);
  const onlyHere = loopback.has(url.hostname);
  const port = url.port === '' ? '' : `:${url.port}`;
  const own = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && ownNetwork.test(address));
  return { appUrl, onlyHere, addresses: onlyHere ? own.map(({ address }) => `http://${address}${port}`) : [] };
}
