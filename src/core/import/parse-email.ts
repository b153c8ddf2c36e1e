import { notParsed, parsedAs, type Parsed } from './parsed.ts';

/** `address` as given, `key` in lower case: people merge by the key (product.md, definition 19). */
export type ImportedEmail = { readonly address: string; readonly key: string };

/** Dot-atoms of RFC 5322 without quoted strings or comments: what an address book holds and mail servers take. */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const topLevel = /^(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/iu;

/** An address and nothing around it: most cells. */
const plain = /^[\w.%+-]+@[\w.-]+\w$/;

/** The first address in a cell: also from "Name <a@b.nl>", "mailto:a@b.nl" and "a@b.nl; c@d.nl". */
export function parseEmail(text: string): Parsed<ImportedEmail> {
  if (plain.test(text) && isAddress(text)) return parsedAs({ address: text, key: text.toLowerCase() });
  const trimmed = text.trim();
  if (trimmed === '') return notParsed('empty');
  if (trimmed.length > 2000) return notParsed('not_an_email');
  for (const part of trimmed.split(/[;,|\s]+/)) {
    const address = part
      .replace(/^<?mailto:/i, '')
      .replace(/\?.*$/, '')
      .replaceAll(/^[<("']+|[>)"'.]+$/g, '');
    if (isAddress(address)) return parsedAs({ address, key: address.normalize('NFC').toLowerCase() });
  }
  return notParsed('not_an_email');
}

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254) return false;
  const labels = address.slice(at + 1).split('.');
  return (
    local.test(address.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part)) &&
    topLevel.test(labels.at(-1) ?? '')
  );
}
