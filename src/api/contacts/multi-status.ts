import type { PropName } from '#files/dav/address-book-request';
import { carddav, dav, escapedXml } from '#files/dav/xml-tree';

/** A property and its value as XML; what a resource does not have is missing. */
export type Props = ReadonlyMap<string, string>;

export const calendarServer = 'http://calendarserver.org/ns/';
const prefixes: ReadonlyMap<string, string> = new Map([
  [dav, 'D'],
  [carddav, 'C'],
  [calendarServer, 'S'],
]);

export const keyOf = ({ namespace, name }: PropName): string => `${namespace} ${name}`;

export const statusHead = `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="${dav}" xmlns:C="${carddav}" xmlns:S="${calendarServer}">\n`;
export const statusFoot = '</D:multistatus>\n';

/** One resource: what it has of what was asked, and what it does not have (RFC 4918, 9.1). */
export function responseOf(href: string, asked: readonly PropName[] | 'all', has: Props): string {
  const wanted = asked === 'all' ? [...has.keys()].filter((key) => key !== addressData).map(nameOf) : asked;
  const found = wanted.filter((prop) => has.has(keyOf(prop)));
  const missing = wanted.filter((prop) => !has.has(keyOf(prop)));
  const part = (props: readonly PropName[], status: string) =>
    props.length === 0
      ? ''
      : `<D:propstat><D:prop>${props.map((prop) => element(prop, has.get(keyOf(prop)) ?? '')).join('')}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`;
  return `<D:response><D:href>${escapedXml(href)}</D:href>${part(found, '200 OK')}${part(missing, '404 Not Found')}${wanted.length === 0 ? '<D:status>HTTP/1.1 200 OK</D:status>' : ''}</D:response>\n`;
}

export function statusOf(href: string, status: string): string {
  return `<D:response><D:href>${escapedXml(href)}</D:href><D:status>HTTP/1.1 ${status}</D:status></D:response>\n`;
}

/** Not given where all is asked for (RFC 6352, 10.4). */
const addressData = keyOf({ namespace: carddav, name: 'address-data' });

function nameOf(key: string): PropName {
  const space = key.lastIndexOf(' ');
  return { namespace: key.slice(0, space), name: key.slice(space + 1) };
}

function element({ namespace, name }: PropName, value: string): string {
  const prefix = prefixes.get(namespace);
  const tag = prefix === undefined ? `x:${name}` : `${prefix}:${name}`;
  const declared = prefix === undefined ? ` xmlns:x="${escapedXml(namespace)}"` : '';
  return value === '' ? `<${tag}${declared}/>` : `<${tag}${declared}>${value}</${tag}>`;
}
