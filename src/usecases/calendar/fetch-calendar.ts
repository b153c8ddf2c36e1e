import type { ReadStep } from '#contract/calendar';
import { httpClient } from '#mail/egress/http-client';
import { isOutside } from '#mail/egress/is-outside';
import type { Outside } from '../identity/outside.ts';
import { caldavServer } from './caldav.ts';
import { ReadRefused, refusalOf, refusalOfStatus } from './read-refused.ts';

export type ToRead =
  | { kind: 'caldav'; address: string; userName: string; password: string }
  | { kind: 'ics'; address: string };
export type Fetched = { calendars: string[]; texts: string[] };

const maxBytes = 10_000_000;

/** Everything of a calendar between two instants, as its server gives it. `known`: calendars found before. Throws ReadRefused. */
export async function fetchCalendar(
  { egress }: Pick<Outside, 'egress'>,
  account: ToRead,
  known: readonly string[],
  range: { from: Date; until: Date },
): Promise<Fetched> {
  let step: ReadStep = 'name';
  try {
    const url = addressOf(account.address);
    const plain = await isPlain(egress, url);
    const http = httpClient(egress);
    if (account.kind === 'ics') {
      step = 'connect';
      const answer = await http({ method: 'GET', url: url.href, plain, redirects: 3, maxBytes });
      step = 'events';
      if (answer.status !== 200) throw refusalOfStatus(answer.status, 'events');
      return { calendars: [url.origin], texts: [answer.body.toString('utf8').replace(/^\uFEFF/, '')] };
    }
    const server = caldavServer(http, { ...account, address: url.href }, plain);
    step = 'calendars';
    const calendars = known.length > 0 ? [...known] : await server.calendars();
    step = 'events';
    const texts: string[] = [];
    for (const calendar of calendars) texts.push(...(await server.events(calendar, range.from, range.until)));
    return { calendars, texts };
  } catch (fault) {
    throw refusalOf(fault, step);
  }
}

/** `webcal:` is how an address of a calendar is often written; without any scheme it is a server. */
export function addressOf(text: string): URL {
  const written = text.replace(/^webcals?:\/\//i, 'https://');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new ReadRefused('name', 'host_invalid');
  url.hash = '';
  return url;
}

/** Without TLS a password can be read on the way: only within one's own network, and only where the installation allows that host. */
async function isPlain(egress: Outside['egress'], url: URL): Promise<boolean> {
  if (url.protocol === 'https:') return false;
  const { address } = await egress.check(url.hostname, Number(url.port) || 80);
  if (isOutside(address)) throw new ReadRefused('connect', 'not_secure');
  return true;
}
