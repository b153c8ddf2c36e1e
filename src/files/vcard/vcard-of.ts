export type Card = {
  uid: string;
  name: string;
  firstName: string | null;
  particle: string | null;
  lastName: string | null;
  organisation: string | null;
  email: string | null;
  phone: string | null;
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
    ...(card.email ? [`EMAIL;TYPE=INTERNET:${escaped(card.email)}`] : []),
    ...(card.phone ? [`TEL:${escaped(card.phone)}`] : []),
    ...dayLine('BDAY', card.birthday),
    ...dayLine('ANNIVERSARY', card.anniversary),
    ...(card.tags.length > 0 ? [`CATEGORIES:${card.tags.map(escaped).join(',')}`] : []),
    ...(card.note ? [`NOTE:${escaped(card.note)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Version 3.0 knows no day without a year: 1604 with this parameter is how address books write it. */
function dayLine(name: string, day: string | null): string[] {
  if (day === null) return [];
  return [day.startsWith('--') ? `${name};X-APPLE-OMIT-YEAR=1604:1604-${day.slice(2)}` : `${name}:${day}`];
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines of at most 75 bytes; the rest goes on after a line break and a space. Never within a character. */
function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > 75) {
      out += '\r\n ';
      bytes = 1;
    }
    out += sign;
    bytes += size;
  }
  return out;
}
