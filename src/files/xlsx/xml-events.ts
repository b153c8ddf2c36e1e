import type { Readable } from 'node:stream';
import { Parser } from 'htmlparser2';
import { DamagedFile } from '../damaged-file.ts';

export type XmlHandler = {
  /** The element's name without its namespace prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Parses XML piece by piece; `afterPiece` gives what the handler has gathered so far. Entities of a DTD are never
 * followed: a DTD refuses the file.
 */
export async function* xmlEvents<T>(
  stream: Readable,
  handler: XmlHandler,
  afterPiece: () => Iterable<T>,
): AsyncGenerator<T> {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(localName(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(localName(name)),
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') throw new DamagedFile('document type in a workbook');
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) continue;
      parser.write(decoder.decode(piece, { stream: true }));
      yield* afterPiece();
    }
    parser.end();
    yield* afterPiece();
  } finally {
    stream.destroy();
  }
}

/** Parses all of a small part. */
export async function parseXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlEvents(stream, handler, () => [])) void _;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
