import type { ImapFlow, MessageStructureObject } from 'imapflow';
import { fileName, mimeType, type MailFile, type ReadMessage, readMessage } from './read-message.ts';

/** What is read whole: more would hold everything else up while it is taken apart (some 40 ms a megabyte), and fill the memory. */
export const wholeBytes = 5_000_000;
const headBytes = 256_000;
/** Of each text, and of what tells of a delivery. */
const partBytes = 300_000;
const mostParts = 8;
const mostFiles = 50;

/** Read as text beside the words: what became of a message of ours, and what a calendar answers. */
const told = /^(?:message\/(?:global-)?delivery-status|text\/(?:rfc822-headers|calendar))$/;

/**
 * Of a message of any size: its head and its words, wherever in it they stand, and of its files the names. The server takes it apart, and
 * hands over no more than was asked. Null: it is gone.
 */
export async function readLargeMessage(client: ImapFlow, uid: number): Promise<ReadMessage | null> {
  const head = await client.fetchOne(
    String(uid),
    { uid: true, bodyStructure: true, bodyParts: [{ key: 'HEADER', maxLength: headBytes }] },
    { uid: true },
  );
  if (!head || !head.bodyStructure || !head.headers) return null;
  const structure = head.bodyStructure;
  const { read, left } = chosen(structure);
  const keyOf = (part: MessageStructureObject): string => part.part ?? 'TEXT';
  const bodies =
    read.length === 0
      ? undefined
      : await client.fetchOne(
          String(uid),
          { uid: true, bodyParts: read.map((part) => ({ key: keyOf(part), maxLength: partBytes })) },
          { uid: true },
        );
  const parts = read.map((part) => ({
    part,
    body: (bodies && bodies.bodyParts?.get(keyOf(part).toLowerCase())) || Buffer.alloc(0),
  }));
  const message = await readMessage(joined(head.headers, structure, parts));
  // One that is a file and nothing else has only its name.
  const whole = read.length === 0 ? [] : message.files;
  return { ...message, isHead: true, files: [...whole, ...left.map(named)].slice(0, mostFiles) };
}

/** The first words of either kind and what is told; a message inside the message is a file. */
function chosen(structure: MessageStructureObject): { read: MessageStructureObject[]; left: MessageStructureObject[] } {
  const [read, left]: [MessageStructureObject[], MessageStructureObject[]] = [[], []];
  const words = new Set<string>();
  const walk = (part: MessageStructureObject): void => {
    if (part.childNodes && part.type !== 'message/rfc822') return part.childNodes.forEach(walk);
    const isFile = part.disposition === 'attachment' || nameIn(part) !== undefined;
    const isWords = !isFile && /^text\/(?:plain|html)$/.test(part.type) && !words.has(part.type);
    if (isWords) words.add(part.type);
    if ((isWords || told.test(part.type)) && read.length < mostParts) read.push(part);
    else left.push(part);
  };
  walk(structure);
  return { read, left };
}

type Read = { part: MessageStructureObject; body: Buffer };

/** A message again, of the parts that were read: in its own boundary, as its head names that. */
function joined(head: Buffer, structure: MessageStructureObject, parts: readonly Read[]): Buffer {
  const boundary = structure.parameters?.['boundary'];
  const single = structure.childNodes === undefined || structure.type === 'message/rfc822';
  // Of one that is all words its head says how they are written; of one that is a single file nothing is read.
  if (single || boundary === undefined) return Buffer.concat([head, ...parts.slice(0, 1).map(({ body }) => body)]);
  const words = parts.filter(({ part }) => !told.test(part.type));
  const rest = parts.filter(({ part }) => told.test(part.type));
  const line = (text: string): Buffer => Buffer.from(`${text}\r\n`, 'latin1');
  const within = (name: string, all: readonly Read[]): Buffer[] =>
    all.flatMap(({ part, body }) => [line(`\r\n--${name}`), line(headOf(part)), body]);
  return Buffer.concat([
    head,
    line(`--${boundary}`),
    line(`Content-Type: multipart/alternative; boundary="${inner}"\r\n`),
    ...within(inner, words),
    line(`\r\n--${inner}--`),
    ...within(boundary, rest),
    line(`\r\n--${boundary}--`),
  ]);
}

const inner = '=_the-words-of-a-large-message';
const encodings = /^(?:base64|quoted-printable|7bit|8bit|binary)$/;

function headOf({ type, parameters = {}, encoding = '' }: MessageStructureObject): string {
  const safe = (name: string): string => {
    const value = parameters[name];
    return value !== undefined && /^[\w.:+-]{1,60}$/.test(value) ? `; ${name}=${value}` : '';
  };
  const kind = `Content-Type: ${type}${safe('charset')}${safe('format')}${safe('delsp')}${safe('method')}`;
  return encodings.test(encoding) ? `${kind}\r\nContent-Transfer-Encoding: ${encoding}\r\n` : `${kind}\r\n`;
}

const nameIn = ({ dispositionParameters, parameters }: MessageStructureObject): string | undefined =>
  dispositionParameters?.['filename'] ?? parameters?.['name'];

function named(part: MessageStructureObject): MailFile {
  const size = part.size ?? 0;
  return {
    name: fileName(nameIn(part), part.type),
    type: mimeType(part.type),
    contentId: null,
    // Lines of 76 signs carry 57 bytes; the last end of line belongs to what follows.
    size: part.encoding === 'base64' ? Math.round(((size + 2) / 78) * 57) : size,
    content: null,
  };
}
