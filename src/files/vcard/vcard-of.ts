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
    ...(card.note ? [`NOTE:${escaped(card.note)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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
