import { carddav, dav, escapedXml } from '#files/dav/xml-tree';
import type { AddressBook, ContactCard } from '#usecases/contacts/address-book';
import { calendarServer, keyOf, type Props } from './multi-status.ts';

/** Where a telephone finds its way: the root says who one is, that says where one's books are, and there is one book. */
export const root = '/carddav/';
export const principal = '/carddav/me/';
export const home = '/carddav/books/';
export const book = '/carddav/books/people/';

export const hrefOf = (id: string): string => `${book}${id}.vcf`;

/** The person that an address of a card names; null for another address. */
export function idOf(href: string): string | null {
  const path = URL.canParse(href) ? new URL(href).pathname : href;
  return /^\/carddav\/books\/people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.vcf$/.exec(path)?.[1] ?? null;
}

const d = (name: string) => keyOf({ namespace: dav, name });
const c = (name: string) => keyOf({ namespace: carddav, name });
const href = (path: string) => `<D:href>${escapedXml(path)}</D:href>`;

const everywhere: readonly [string, string][] = [
  [d('current-user-principal'), href(principal)],
  [d('principal-URL'), href(principal)],
  [d('principal-collection-set'), href(root)],
  [d('owner'), href(principal)],
  // Reading, and nothing else.
  [d('current-user-privilege-set'), '<D:privilege><D:read/></D:privilege>'],
];

export const rootProps: Props = new Map([...everywhere, [d('resourcetype'), '<D:collection/>']]);
export const principalProps: Props = new Map([
  ...everywhere,
  [d('resourcetype'), '<D:collection/><D:principal/>'],
  [d('displayname'), 'Aanhouder'],
  [c('addressbook-home-set'), href(home)],
]);
export const homeProps: Props = new Map([
  ...everywhere,
  [d('resourcetype'), '<D:collection/>'],
  [c('addressbook-home-set'), href(home)],
]);

const report = (name: string) => `<D:supported-report><D:report><${name}/></D:report></D:supported-report>`;

export async function bookProps(people: AddressBook): Promise<Props> {
  const tag = await people.tag();
  return new Map([
    ...everywhere,
    [d('resourcetype'), '<D:collection/><C:addressbook/>'],
    [d('displayname'), 'Aanhouder'],
    [keyOf({ namespace: calendarServer, name: 'getctag' }), tag],
    [d('sync-token'), syncTokenOf(tag)],
    [c('supported-address-data'), '<C:address-data-type content-type="text/vcard" version="3.0"/>'],
    [
      d('supported-report-set'),
      ['C:addressbook-query', 'C:addressbook-multiget', 'D:sync-collection'].map(report).join(''),
    ],
  ]);
}

export function cardProps(card: ContactCard): Props {
  return new Map([
    ...everywhere,
    [d('resourcetype'), ''],
    [d('getetag'), escapedXml(`"${card.tag}"`)],
    [d('getcontenttype'), 'text/vcard; charset=utf-8'],
    [c('address-data'), escapedXml(card.card)],
  ]);
}

/** A token is an address (RFC 6578). */
export const syncTokenOf = (tag: string): string => `urn:aanhouder:people:${tag}`;
