/** What one typed line says about a person: `Jan de Vries, Bakker bv, 06 12345678`. */
export type PersonLine = {
  name: string;
  organisation: string | null;
  phone: string | null;
  email: string | null;
  linkedin: string | null;
};

const emailPattern = /[^\s,;<>()"]+@[^\s,;<>()"]+\.[a-z]{2,}/i;
const linkedinPattern = /(?:https?:\/\/)?(?:www\.|[a-z]{2}\.)?linkedin\.com\/[^\s,;]+/i;
/** A plus or digit, then at least seven more digits with the marks that people write between them. */
const phonePattern = /(?:\+|\(|\b)\d(?:[\s().\-/]{0,2}\d){7,14}\b/;
/** Parts of Dutch surnames that stay small. */
const particles = new Set([
  'van',
  'de',
  'den',
  'der',
  'het',
  'ten',
  'ter',
  'te',
  "'t",
  'op',
  'in',
  'aan',
  'von',
  'el',
  'la',
  'du',
]);

function take(text: string, pattern: RegExp): [string | null, string] {
  const found = pattern.exec(text)?.[0] ?? null;
  return found === null ? [null, text] : [found, text.replace(found, ' , ')];
}

/**
 * Recognises in one field a name, an organisation (behind a comma, semicolon or tab), a number, a mail address and a
 * LinkedIn profile, in any order. Whether a number or address is right is the server's to say. Null for an empty line.
 */
export function readPersonLine(line: string): PersonLine | null {
  let rest = line.replace(/[<>]/g, ' ').trim();
  if (rest === '') return null;
  const [email, withoutEmail] = take(rest, emailPattern);
  const [linkedin, withoutProfile] = take(withoutEmail, linkedinPattern);
  const [phone, withoutPhone] = take(withoutProfile, phonePattern);
  rest = withoutPhone;
  const [name, organisation] = rest
    .split(/[,;\t|]+|\s+[-–—@]\s+/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const known = name ?? (email === null ? null : nameInAddress(email)) ?? phone ?? linkedin;
  if (known === null) return null;
  return { name: known, organisation: organisation ?? null, phone: phone?.trim() ?? null, email, linkedin };
}

const meantAsNumber = /(?:^|\s)((?:\+|\(?0)\d\S*(?:\s[\d().-]+)*)/;
const meantAsAddress = /(?:^|\s)(\S*@\S*)/;

/** What looks as if it was to be a number or a mail address and could not be read as one, so that it stays text: `06-abc`, `jan@`. */
export function unreadableIn({ name, organisation, phone, email }: PersonLine): string | null {
  const texts = [name === phone || name === email ? '' : name, organisation ?? ''];
  for (const text of texts)
    for (const pattern of [meantAsNumber, meantAsAddress]) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return found;
    }
  return null;
}

/** `jan.de.vries@x.nl` → `Jan de Vries`; an address that is no name (`info@`) stays as it is. */
function nameInAddress(email: string): string {
  const [account = ''] = email.split('@');
  if (!/^\p{L}+([._-]\p{L}+)+$/u.test(account)) return email;
  return account
    .split(/[._-]/)
    .map((word, index) => (index > 0 && particles.has(word.toLowerCase()) ? word.toLowerCase() : capital(word)))
    .join(' ');
}

/** IJ is one letter in Dutch: "ijsbrand" is written "IJsbrand". */
function capital(word: string): string {
  return /^ij/i.test(word) ? `IJ${word.slice(2)}` : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Every line that says somebody. */
export function readPersonLines(text: string): PersonLine[] {
  return text
    .split(/\r?\n/)
    .map(readPersonLine)
    .filter((line) => line !== null);
}
