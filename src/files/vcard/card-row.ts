import type { RowProblem } from '../table-file.ts';
import { unescapedValue, valueParts, type Property } from './content-line.ts';

/** The columns of a vCard file; `recognise` knows each by its name. */
export const cardHeaders = [
  'name',
  'first name',
  'last name',
  'organisation',
  'job title',
  'email',
  'email 2',
  'phone',
  'phone 2',
  'birthday',
  'anniversary',
  'note',
  'street',
  'postcode',
  'city',
  'country',
] as const;

/** One card as a row of `cardHeaders`, or why it is nobody. */
export function cardRow(
  properties: readonly Property[],
): { readonly cells: readonly string[] } | { readonly problem: RowProblem } {
  const all = (name: string) => properties.filter((property) => property.name === name);
  const first = (name: string) => unescapedValue(all(name)[0]?.value ?? '');
  const kind = (first('kind') || first('x-addressbookserver-kind')).toLowerCase();
  if (kind === 'group') return { problem: 'card_of_group' };
  const [family = '', given = ''] = valueParts(all('n')[0]?.value ?? '');
  const isCompany = kind === 'org' || first('x-abshowas').toLowerCase() === 'company';
  const shown = first('fn') || [given, family].filter((part) => part !== '').join(' ');
  const organisation = valueParts(all('org')[0]?.value ?? '')[0] || (isCompany ? shown : '');
  const emails = ranked(all('email'), emailRank).map((property) =>
    unescapedValue(property.value).replace(/^mailto:/i, ''),
  );
  const phones = ranked(all('tel'), phoneRank).map((property) => unescapedValue(property.value).replace(/^tel:/i, ''));
  const cells = [
    isCompany ? '' : shown,
    isCompany ? '' : given,
    isCompany ? '' : family,
    organisation,
    first('title') || first('role'),
    emails[0] ?? '',
    emails[1] ?? '',
    phones[0] ?? '',
    phones[1] ?? '',
    first('bday'),
    first('anniversary') || first('x-anniversary'),
    all('note')
      .map((property) => unescapedValue(property.value))
      .filter((note) => note !== '')
      .join('\n'),
    ...addressCells(ranked(all('adr'), addressRank)[0]),
  ];
  const says = [shown, organisation, emails[0] ?? '', phones[0] ?? ''].some((cell) => cell !== '');
  return says ? { cells } : { problem: 'card_empty' };
}

/** Street, postcode, place and country; the box and what stands beside the street go before it (RFC 6350, 6.3.1). */
function addressCells(address: Property | undefined): readonly [string, string, string, string] {
  const [box = '', beside = '', street = '', city = '', , postcode = '', country = ''] = valueParts(
    address?.value ?? '',
  );
  const line = [street, beside, box]
    .map((part) => part.replaceAll(/\s*\n\s*/g, ', ').trim())
    .filter((part) => part !== '');
  return [line.join(', '), postcode, city, country];
}

/** One finds somebody at their work before one finds them at home. */
function addressRank(types: ReadonlySet<string>): number {
  if (types.has('pref')) return 0;
  return types.has('work') ? 1 : 2;
}

/** The best first; null leaves out; equal ones stay in the order of the card. Doubles and empty ones fall away. */
function ranked(properties: readonly Property[], rank: (types: ReadonlySet<string>) => number | null): Property[] {
  const seen = new Set<string>();
  return properties
    .map((property) => ({ property, rank: rank(property.types) }))
    .filter((entry) => entry.rank !== null && entry.property.value.trim() !== '')
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((entry) => entry.property)
    .filter((property) => !seen.has(property.value) && seen.add(property.value));
}

function emailRank(types: ReadonlySet<string>): number {
  if (types.has('pref')) return 0;
  return types.has('work') ? 1 : 2;
}

/** A mobile phone reaches the person; a fax or pager reaches nobody. */
function phoneRank(types: ReadonlySet<string>): number | null {
  if (types.has('fax') || types.has('pager') || types.has('modem')) return null;
  if (types.has('pref')) return 0;
  if (types.has('cell') || types.has('iphone')) return 1;
  return types.has('work') ? 2 : types.has('home') ? 3 : 4;
}
