import type { ContactText } from './read-signature.ts';

/** A card that was pasted or shared (vCard 2.1, 3.0 or 4.0); of several the first. Null when there is none. */
export function readCard(text: string): ContactText | null {
  const body = /BEGIN:VCARD\r?\n([\s\S]*?)\r?\nEND:VCARD/i.exec(text)?.[1];
  if (body === undefined) return null;
  const lines = unfolded(body).flatMap(toLine);
  const first = (name: string) => lines.find((line) => line.name === name)?.value;
  const structured = first('N')?.split(semicolon).map(plain) ?? [];
  const [family = '', given = '', additional = ''] = structured;
  const joined = [given, additional, family].filter(Boolean).join(' ');
  const phones = lines
    .filter((line) => line.name === 'TEL' && !line.parameters.includes('FAX'))
    .toSorted((a, b) => Number(isMobile(b)) - Number(isMobile(a)))
    .map((line) => plain(line.value).replace(/^tel:/i, ''));
  const [organisation = ''] = first('ORG')?.split(semicolon).map(plain) ?? [];
  const address = first('ADR')?.split(semicolon).map(plain).filter(Boolean) ?? [];
  const name = plain(first('FN') ?? '') || joined;
  const urls = lines
    .filter((line) => line.name === 'URL' || line.name === 'X-SOCIALPROFILE')
    .map((line) => plain(line.value));
  return {
    name: name || null,
    organisation: organisation || null,
    title: plain(first('TITLE') ?? '') || null,
    phones: [...new Set(phones.filter(Boolean))],
    email: plain(first('EMAIL') ?? '').replace(/^mailto:/i, '') || null,
    linkedin: urls.find((url) => /linkedin\.com\//i.test(url)) ?? null,
    address: address.join(', ') || null,
  };
}

type Line = { name: string; parameters: string; value: string };

const isMobile = ({ parameters }: Line): boolean => /CELL|MOBILE|IPHONE/.test(parameters);
/** One that is not behind a backslash. */
const semicolon = /(?<!\\);/;

function unfolded(body: string): string[] {
  return body
    .replace(/=\r?\n(?![A-Z-]+[;:])/g, '=')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
}

function toLine(line: string): Line[] {
  const colon = /^((?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?)):(.*)$/.exec(line);
  if (!colon) return [];
  const [, , name = '', given = '', value = ''] = colon;
  const parameters = given.toUpperCase();
  const read = parameters.includes('QUOTED-PRINTABLE') ? fromQuotedPrintable(value) : value;
  return [{ name: name.toUpperCase(), parameters, value: read }];
}

/** Version 2.1 writes letters so; UTF-8 within. What is not well formed stays as it is. */
function fromQuotedPrintable(text: string): string {
  try {
    return decodeURIComponent(
      text
        .replaceAll('%', '%25')
        .replaceAll(/=([0-9A-F]{2})/gi, '%$1')
        .replaceAll(/=$/g, ''),
    );
  } catch {
    return text;
  }
}

function plain(text: string): string {
  return text
    .replaceAll(/\\n/gi, ' ')
    .replaceAll(/\\([\\;,:])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
