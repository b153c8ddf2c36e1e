import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** Where the bytes are. A path is read in pieces; `text` is what somebody pasted. */
export type FileSource = { readonly path: string } | { readonly bytes: Uint8Array } | { readonly text: string };

const pieceBytes = 64 * 1024;

/** All bytes of a source that is in memory already; nothing is copied but pasted text. */
export function bytesOf(source: { readonly bytes: Uint8Array } | { readonly text: string }): Buffer {
  if ('text' in source) return Buffer.from(source.text, 'utf8');
  return Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
}

export async function sizeOf(source: FileSource): Promise<number> {
  return 'path' in source ? (await stat(source.path)).size : bytesOf(source).length;
}

/** Up to `length` bytes from `start`. */
export async function bytesAt(source: FileSource, start: number, length: number): Promise<Buffer> {
  if (!('path' in source)) return bytesOf(source).subarray(start, start + length);
  const file = await open(source.path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** The bytes from start to end in pieces of 64 KB; leaving the loop early closes the file. */
export async function* pieces(source: FileSource): AsyncGenerator<Buffer> {
  if ('path' in source) {
    for await (const piece of createReadStream(source.path, { highWaterMark: pieceBytes })) {
      if (Buffer.isBuffer(piece)) yield piece;
    }
    return;
  }
  const bytes = bytesOf(source);
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
