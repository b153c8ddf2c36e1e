import { fromWindows1252 } from '../text/text-encoding.ts';

/**
 * One property of a card: `types` are all its TYPE words in lower case, also the bare ones of vCard 2.1
 * (TEL;CELL;PREF).
 */
export type Property = { readonly name: string; readonly types: ReadonlySet<string>; readonly value: string };

/** Null for a line that is no property. */
export function parseContentLine(line: string): Property | null {
  const colon = valueStart(line);
  if (colon === -1) return null;
  const [head = '', ...parameters] = line.slice(0, colon).match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
  const types = new Set<string>();
  let encoding = '';
  let charset = '';
  for (const parameter of parameters) {
    const [key = '', value] = halves(parameter);
    const words = (value ?? key).replaceAll('"', '').toLowerCase().split(',');
    if (value === undefined || key.toLowerCase() === 'type') for (const word of words) types.add(word.trim());
    if (key.toLowerCase() === 'pref') types.add('pref');
    if (key.toLowerCase() === 'charset') charset = words[0] ?? '';
    if (key.toLowerCase() === 'encoding') encoding = words[0] ?? '';
  }
  if (types.has('quoted-printable')) encoding = 'quoted-printable';
  if (types.has('base64')) encoding = 'base64';
  return {
    name: head.slice(head.indexOf('.') + 1).toLowerCase(),
    types,
    value: decoded(line.slice(colon + 1), encoding, charset),
  };
}

/** The first colon outside quotation marks. */
function valueStart(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '"') quoted = !quoted;
    else if (letter === ':' && !quoted) return at;
  }
  return -1;
}

function halves(parameter: string): [string, string | undefined] {
  const equals = parameter.indexOf('=');
  return equals === -1 ? [parameter, undefined] : [parameter.slice(0, equals), parameter.slice(equals + 1)];
}

function decoded(value: string, encoding: string, charset: string): string {
  if (encoding === 'quoted-printable') return inCharset(quotedPrintable(value), charset);
  if (encoding === 'base64' || encoding === 'b') return inCharset(Buffer.from(value, 'base64'), charset);
  return value;
}

function quotedPrintable(value: string): Buffer {
  const parts: Buffer[] = [];
  for (const [part] of value.matchAll(/(?:=[0-9a-f]{2})+|[^=]+|=/gi)) {
    parts.push(/^=[0-9a-f]{2}/i.test(part) ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part, 'utf8'));
  }
  return Buffer.concat(parts);
}

function inCharset(bytes: Buffer, charset: string): string {
  if (['iso-8859-1', 'windows-1252', 'latin1', 'cp1252', 'us-ascii'].includes(charset)) return fromWindows1252(bytes);
  try {
    return new TextDecoder(charset === '' ? 'utf-8' : charset, { fatal: true }).decode(bytes);
  } catch {
    // Neither the charset it claims nor UTF-8: what Windows wrote.
    return fromWindows1252(bytes);
  }
}

/** Backslashes taken away: \n is a line end; \; \, \: and \\ are the letter itself. */
export function unescapedValue(text: string): string {
  return text
    .replaceAll(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
    .replaceAll('\r\n', '\n')
    .trim();
}

/** The parts of a name or organisation, divided by semicolons that no backslash protects. */
export function valueParts(value: string): string[] {
  // Begun with a semicolon, so that an empty first part is one too.
  return (`;${value}`.match(/;(?:\\[\s\S]|[^;\\])*/g) ?? []).map((part) => unescapedValue(part.slice(1)));
}
