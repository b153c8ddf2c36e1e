import { pieces, type FileSource } from '../file-source.ts';
import type { TextEncoding } from '../table-file.ts';

/** The letters that Windows-1252 has where Latin-1 has control codes (0x80 to 0x9f); null: not in use. */
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The encoding of a text file: its byte order mark; else UTF-16 by its zeros; else UTF-8 when all of it is; else Windows-1252,
 * which is what Excel writes on Dutch machines. Reads the whole file once, in pieces.
 */
export async function detectEncoding(source: FileSource, start: Buffer): Promise<TextEncoding> {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = zerosIn(start);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  return (await isValidUtf8(source)) || (await isMostlyUtf8(source)) ? 'utf-8' : 'windows-1252';
}

/** The shares of zero bytes at even and odd places. */
export function zerosIn(bytes: Buffer): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const half = Math.max(1, bytes.length / 2);
  return { even: even / half, odd: odd / half };
}

async function isValidUtf8(source: FileSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    // Not flushed at the end: a file cut off in the middle of a letter is still UTF-8.
    for await (const piece of pieces(source)) decoder.decode(piece, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Files joined from two sources hold some foreign bytes: then one letter breaks, not all accents of the file. */
async function isMostlyUtf8(source: FileSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let good = 0;
  let broken = 0;
  for await (const piece of pieces(source)) {
    const text = decoder.decode(piece, { stream: true });
    const pieceBroken = text.match(/\ufffd/g)?.length ?? 0;
    broken += pieceBroken;
    good += (text.match(/[^\0-\x7f]/g)?.length ?? 0) - pieceBroken;
  }
  return good > broken * 10;
}

/** The text of a file in pieces, without byte order mark. */
export async function* decodedPieces(source: FileSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  for await (const piece of pieces(source)) {
    const text = decode(piece);
    if (text !== '') yield text;
  }
  // A file cut off within a letter: the letter shows as such. A stray byte behind UTF-16 is none.
  if (encoding === 'utf-8') yield decode();
}

/**
 * A decoder for pieces in sequence; without a piece it gives what is left at the end. Windows-1252 by our own table: some Node versions take its label for Latin-1 and
 * lose the €.
 */
export function decoderOf(encoding: TextEncoding): (piece?: Buffer) => string {
  if (encoding === 'windows-1252') return (piece) => (piece ? fromWindows1252(piece) : '');
  const decoder = new TextDecoder(encoding);
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
}

export function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\x80-\x9f]/g, (letter) => windowsLetters.charAt(letter.charCodeAt(0) - 0x80));
}
