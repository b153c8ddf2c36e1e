import { foldText, foldWords } from '#core/import/fold-text';
import { seededRandom, type Random } from '#core/persistence/seeded-random';
import { inventCompany, inventName } from '#usecases/keep/invented-names';
import { searchText } from '#core/person/search-text';

/** A table's place among the ids, so that no two records share one. */
export type Kind = 'organisation' | 'person' | 'opportunity' | 'moment' | 'event' | 'important_day';
const kinds: Readonly<Record<Kind, string>> = {
  organisation: '1',
  person: '2',
  opportunity: '3',
  moment: '4',
  event: '5',
  important_day: '6',
};

const start = Date.UTC(2026, 0, 5);

/** UUIDv7 of the n-th record of a kind, a second apart: the same in every run, and in order of making. */
export function idOf(kind: Kind, n: number): string {
  const time = (start + n * 20).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kinds[kind]}00-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The n-th record's own numbers: any record can be made without those before it. */
export function randomOf(kind: Kind, n: number): Random {
  return seededRandom(Math.imul(n + 1, 0x9e3779b1) ^ kinds[kind].charCodeAt(0));
}

export const personsPerOrganisation = 4;

export type InventedPerson = {
  id: string;
  name: string;
  firstName: string;
  particle: string | null;
  lastName: string;
  nameKey: string;
  sortKey: string;
  email: string | null;
  phone: string | null;
  organisationId: string;
  search: string;
};

export function organisationName(n: number): string {
  return inventCompany(randomOf('organisation', n));
}

export function inventPerson(n: number): InventedPerson {
  const random = randomOf('person', n);
  const { name, firstName, particle, lastName } = inventName(random);
  const organisation = Math.floor(n / personsPerOrganisation);
  const company = organisationName(organisation);
  const domain = foldWords(company).replaceAll(' ', '-');
  const email =
    random() < 0.8
      ? `${foldWords(firstName).charAt(0)}.${foldWords(lastName).replaceAll(' ', '')}${n % 97}@${domain}.example`
      : null;
  const phone = random() < 0.75 ? `+316${String(10_000_000 + ((n * 7919) % 90_000_000))}` : null;
  return {
    id: idOf('person', n),
    name,
    firstName,
    particle,
    lastName,
    nameKey: foldWords(name),
    sortKey: foldText([lastName, firstName, particle].filter(Boolean).join(' ')),
    email,
    phone,
    organisationId: idOf('organisation', organisation),
    search: searchText({ name, email, phone }, [company]),
  };
}
