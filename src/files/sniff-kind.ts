import { bytesAt, type FileSource } from './file-source.ts';
import type { RefusalCode } from './table-file.ts';
import { decoderOf, zerosIn } from './text/text-encoding.ts';

export type Sniffed =
  | { readonly kind: 'csv' | 'xlsx' | 'vcard' }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

const startBytes = 4096;

/** What a file is, by its first bytes and never by its name: exports are often named for what they are not. */
export async function sniffKind(source: FileSource): Promise<Sniffed> {
  const start = await bytesAt(source, 0, startBytes);
  if (start.length === 0) return { kind: 'refused', code: 'empty_file' };
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return { kind: 'xlsx' };
  if (start.subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1'))) return { kind: 'refused', code: 'no_rows' };
  if (start.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    return { kind: 'refused', code: (await isEncryptedPackage(source, start)) ? 'protected_excel' : 'old_excel' };
  }
  const text = startText(start);
  return text === null ? { kind: 'refused', code: 'not_a_table' } : kindOfText(text);
}

/**
 * A protected .xlsx is an old-style container that holds the packed workbook, encrypted; its directory names it in
 * UTF-16.
 */
async function isEncryptedPackage(source: FileSource, start: Buffer): Promise<boolean> {
  if (start.length < 512) return false;
  const sectorBytes = 2 ** Math.min(start.readUInt16LE(30), 12);
  const directory = await bytesAt(source, (start.readUInt32LE(48) + 1) * sectorBytes, startBytes);
  return directory.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** The first letters, or null for bytes that are no text. */
function startText(start: Buffer): string | null {
  const marked =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
  const zeros = zerosIn(start);
  const encoding =
    marked ??
    (zeros.odd > 0.3 && zeros.even < 0.05 ? 'utf-16le' : zeros.even > 0.3 && zeros.odd < 0.05 ? 'utf-16be' : 'utf-8');
  const text = decoderOf(encoding)(start);
  // One zero may be a slip of an export; a picture or a program has many control codes.
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  return controls > text.length / 100 ? null : text;
}

/** Control codes that no text has: all but tabs and line ends. */
function isControl(code: number): boolean {
  return code < 32 && (code < 9 || code > 13);
}

function kindOfText(text: string): Sniffed {
  const head = text.trimStart().slice(0, 200).toLowerCase();
  if (head.startsWith('begin:vcard')) return { kind: 'vcard' };
  if (/^<(?:!doctype html|html|head|body|table|meta|style)\b/.test(head)) return { kind: 'refused', code: 'web_page' };
  if (/^(?:%pdf-|\{\\rtf|<\?xml|begin:vcalendar|\{\s*"|\[\s*[{[])/.test(head))
    return { kind: 'refused', code: 'not_a_table' };
  return { kind: 'csv' };
}
