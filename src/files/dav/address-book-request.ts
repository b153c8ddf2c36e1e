import { carddav, childNamed, dav, xmlTree, type XmlElement } from './xml-tree.ts';

export type PropName = { namespace: string; name: string };

/** One condition on a property of a card (RFC 6352, 10.5). `texts`: the property holds them; none: it is there, or not there with `absent`. */
export type CardCondition = {
  property: string;
  absent: boolean;
  texts: { value: string; how: 'equals' | 'contains' | 'starts-with' | 'ends-with'; not: boolean }[];
  all: boolean;
};

export type AddressBookRequest =
  | { kind: 'propfind'; props: PropName[] | 'all' }
  | { kind: 'query'; props: PropName[]; conditions: CardCondition[]; all: boolean; most: number | null }
  | { kind: 'multiget'; props: PropName[]; hrefs: string[] }
  | { kind: 'sync'; props: PropName[]; token: string; most: number | null };

/** What a client asks of an address book (RFC 4918, 6352 and 6578); null for what is none of these. An empty PROPFIND asks for all. */
export function addressBookRequest(body: string): AddressBookRequest | null {
  if (body.trim() === '') return { kind: 'propfind', props: 'all' };
  const root = xmlTree(body);
  if (root === null) return null;
  const prop = childNamed(root, dav, 'prop');
  const props = prop ? namesIn(prop) : [];
  switch (`${root.namespace} ${root.name}`) {
    case `${dav} propfind`:
      return { kind: 'propfind', props: prop ? props : 'all' };
    case `${carddav} addressbook-query`: {
      const filter = childNamed(root, carddav, 'filter');
      const conditions = filter?.children.filter((child) => child.name === 'prop-filter').map(toCondition) ?? [];
      return {
        kind: 'query',
        props,
        conditions,
        all: filter?.attributes['test'] === 'allof',
        most: mostIn(root, carddav),
      };
    }
    case `${carddav} addressbook-multiget`:
      return {
        kind: 'multiget',
        props,
        hrefs: root.children.filter((child) => child.name === 'href').map((child) => child.text.trim()),
      };
    case `${dav} sync-collection`:
      return {
        kind: 'sync',
        props,
        token: childNamed(root, dav, 'sync-token')?.text.trim() ?? '',
        most: mostIn(root, dav),
      };
    default:
      return null;
  }
}

const namesIn = (prop: XmlElement): PropName[] => prop.children.map(({ namespace, name }) => ({ namespace, name }));

function mostIn(root: XmlElement, namespace: string): number | null {
  const limit = childNamed(root, namespace, 'limit');
  const text = limit && childNamed(limit, namespace, 'nresults')?.text.trim();
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function toCondition(filter: XmlElement): CardCondition {
  const ways = ['equals', 'contains', 'starts-with', 'ends-with'] as const;
  return {
    property: (filter.attributes['name'] ?? '').toUpperCase(),
    absent: childNamed(filter, carddav, 'is-not-defined') !== undefined,
    all: filter.attributes['test'] === 'allof',
    texts: filter.children
      .filter((child) => child.name === 'text-match')
      .map((match) => ({
        value: match.text.toLowerCase(),
        how: ways.find((way) => way === match.attributes['match-type']) ?? 'contains',
        not: match.attributes['negate-condition'] === 'yes',
      })),
  };
}
