import { utc } from '#core/calendar/ical-event';
import { caldav, childNamed, dav, xmlTree, type XmlElement } from '#files/dav/xml-tree';
import type { HttpAnswer, HttpClient } from '#mail/egress/http-client';
import { ReadRefused, refusalOfStatus } from './read-refused.ts';

export type CalDavAccount = { address: string; userName: string; password: string };
export type CalDavServer = {
  /** The addresses of the calendars with events. */
  calendars(): Promise<string[]>;
  /** What is in one between two instants, a text an event with its exceptions. */
  events(calendar: string, from: Date, until: Date): Promise<string[]>;
};

const mostCalendars = 20;
const maxBytes = 10_000_000;

/** A calendar server as CalDAV has it (RFC 4791), for reading: found from any address of it, as programs for calendars do (RFC 6764). */
export function caldavServer(http: HttpClient, account: CalDavAccount, plain: boolean): CalDavServer {
  const authorization = `Basic ${Buffer.from(`${account.userName}:${account.password}`).toString('base64')}`;
  const origin = new URL(account.address);
  const ask = (method: 'PROPFIND' | 'REPORT', url: string, depth: '0' | '1', body: string): Promise<HttpAnswer> => {
    if (!isNear(origin, new URL(url))) throw new ReadRefused('calendars', 'no_calendar');
    return http({
      method,
      url,
      plain,
      redirects: 3,
      maxBytes,
      headers: { authorization, depth, 'content-type': 'application/xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?>\n${body}`,
    });
  };
  const propsOf = (url: string, depth: '0' | '1', props: string): Promise<HttpAnswer> =>
    ask(
      'PROPFIND',
      url,
      depth,
      `<D:propfind xmlns:D="DAV:" xmlns:C="${caldav}"><D:prop>${props}</D:prop></D:propfind>`,
    );

  async function home(): Promise<{ calendar: string } | { home: string }> {
    const wanted = '<D:resourcetype/><D:current-user-principal/><C:calendar-home-set/>';
    let answer = await propsOf(account.address, '0', wanted);
    if (answer.status === 404 || answer.status === 405 || answer.status === 400)
      answer = await propsOf(new URL('/.well-known/caldav', origin).href, '0', wanted);
    const [first] = responsesIn(answer, 'sign_in');
    if (first?.isCalendar) return { calendar: first.url };
    if (first?.home) return { home: first.home };
    if (!first?.principal) throw new ReadRefused('calendars', 'no_calendar');
    const [principal] = responsesIn(await propsOf(first.principal, '0', '<C:calendar-home-set/>'), 'calendars');
    if (!principal?.home) throw new ReadRefused('calendars', 'no_calendar');
    return { home: principal.home };
  }

  return {
    async calendars() {
      const found = await home();
      if ('calendar' in found) return [found.calendar];
      const wanted = '<D:resourcetype/><C:supported-calendar-component-set/>';
      const listed = responsesIn(await propsOf(found.home, '1', wanted), 'calendars');
      const calendars = listed.filter((one) => one.isCalendar && one.hasEvents).map((one) => one.url);
      if (calendars.length === 0) throw new ReadRefused('calendars', 'no_calendar');
      return calendars.slice(0, mostCalendars);
    },
    async events(calendar, from, until) {
      const range = `<C:time-range start="${utc(from)}" end="${utc(until)}"/>`;
      const answer = await ask(
        'REPORT',
        calendar,
        '1',
        `<C:calendar-query xmlns:D="DAV:" xmlns:C="${caldav}"><D:prop><D:getetag/><C:calendar-data/></D:prop>` +
          `<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${range}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`,
      );
      return responsesIn(answer, 'events').flatMap((one) => one.data ?? []);
    },
  };
}

/** The password goes to the server that was named, and to those of the same house: some spread their calendars over several. */
function isNear(from: URL, to: URL): boolean {
  if (from.hostname === to.hostname) return from.protocol === to.protocol;
  const house = (host: string) => host.split('.').slice(-2).join('.');
  const isName = (host: string) => /[a-z]/i.test(host.split('.').at(-1) ?? '') && !host.includes(':');
  return (
    to.protocol === 'https:' &&
    isName(from.hostname) &&
    from.hostname.split('.').length > 2 &&
    house(from.hostname) === house(to.hostname)
  );
}

type Found = {
  url: string;
  isCalendar: boolean;
  hasEvents: boolean;
  principal: string | null;
  home: string | null;
  data: string | null;
};

function responsesIn(answer: HttpAnswer, step: 'sign_in' | 'calendars' | 'events'): Found[] {
  if (answer.status !== 207) throw refusalOfStatus(answer.status, step);
  const root = xmlTree(answer.body.toString('utf8'));
  if (root === null || root.name !== 'multistatus') throw new ReadRefused(step, 'unreadable');
  return root.children
    .filter((child) => child.namespace === dav && child.name === 'response')
    .flatMap((response) => foundIn(response, answer.url));
}

function foundIn(response: XmlElement, base: string): Found[] {
  const url = addressIn(response, base);
  if (url === null) return [];
  const props = response.children
    .filter((child) => child.name === 'propstat' && / 200\b/.test(childNamed(child, dav, 'status')?.text ?? ''))
    .flatMap((child) => childNamed(child, dav, 'prop')?.children ?? []);
  const prop = (namespace: string, name: string) =>
    props.find((one) => one.namespace === namespace && one.name === name);
  const type = prop(dav, 'resourcetype');
  const kinds = prop(caldav, 'supported-calendar-component-set');
  const principal = prop(dav, 'current-user-principal');
  const home = prop(caldav, 'calendar-home-set');
  return [
    {
      url,
      isCalendar: type !== undefined && childNamed(type, caldav, 'calendar') !== undefined,
      // Who does not say takes all kinds (RFC 4791, 5.2.3).
      hasEvents: kinds === undefined || kinds.children.some((kind) => kind.attributes['name'] === 'VEVENT'),
      principal: principal ? addressIn(principal, base) : null,
      home: home ? addressIn(home, base) : null,
      data: prop(caldav, 'calendar-data')?.text ?? null,
    },
  ];
}

function addressIn(element: XmlElement, base: string): string | null {
  const text = childNamed(element, dav, 'href')?.text.trim();
  return text !== undefined && URL.canParse(text, base) ? new URL(text, base).href : null;
}
