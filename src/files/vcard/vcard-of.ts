import { escapedText as escaped, textOfLines } from '#core/calendar/content-line';

export type Card = {
  uid: string;
  name: string;
  firstName: string | null;
  particle: string | null;
  lastName: string | null;
  organisation: string | null;
  /** What they are there. */
  title?: string | null;
  email: string | null;
  phone: string | null;
  street?: string | null;
  postcode?: string | null;
  city?: string | null;
  country?: string | null;
  note: string | null;
  /** 1980-02-03, or --02-03 without a year. */
  birthday: string | null;
  anniversary: string | null;
  tags: readonly string[];
};

/** A person as a card of vCard 3.0, which every telephone reads. */
export function vcardOf(card: Card): string {
  const family = [card.particle, card.lastName].filter(Boolean).join(' ');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${card.uid}`,
    `FN:${escaped(card.name)}`,
    `N:${escaped(family)};${escaped(card.firstName ?? '')};;;`,
    ...(card.organisation ? [`ORG:${escaped(card.organisation)}`] : []),
    ...(card.title ? [`TITLE:${escaped(card.title)}`] : []),
    ...(card.email ? [`EMAIL;TYPE=INTERNET:${escaped(card.email)}`] : []),
    ...(card.phone ? [`TEL:${escaped(card.phone)}`] : []),
    ...addressLine(card),
    ...dayLine('BDAY', card.birthday),
    ...dayLine('ANNIVERSARY', card.anniversary),
    ...(card.tags.length > 0 ? [`CATEGORIES:${card.tags.map(escaped).join(',')}`] : []),
    ...(card.note ? [`NOTE:${escaped(card.note)}`] : []),
    'END:VCARD',
  ];
  return textOfLines(lines);
}

/** Box; beside the street; street; place; region; postcode; country. The country by its code: a card has no language. */
function addressLine({ street, postcode, city, country }: Card): string[] {
  if (!street && !postcode && !city) return [];
  const parts = ['', '', street, city, '', postcode, country];
  return [`ADR;TYPE=WORK:${parts.map((part) => escaped(part ?? '')).join(';')}`];
}

/** Version 3.0 knows no day without a year: 1604 with this parameter is how address books write it. */
function dayLine(name: string, day: string | null): string[] {
  if (day === null) return [];
  return [day.startsWith('--') ? `${name};X-APPLE-OMIT-YEAR=1604:1604-${day.slice(2)}` : `${name}:${day}`];
}
