import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { MailAddress, MailFacts } from '#core/mail/mail-facts';
import { textOfHtml } from './text-of-html.ts';

/** `content` null: only its name was read. */
export type MailFile = { name: string; type: string; contentId: string | null; size: number; content: Buffer | null };
export type ReadMessage = {
  facts: MailFacts;
  html: string | null;
  files: MailFile[];
  /** Every line in which a server wrote to whom it was handed over, and To and Cc. */
  receivers: string;
  /** It was too large to read whole (large-message.ts). */
  isHead: boolean;
};

/** What is read of a text: more is never shown, and every pattern of the rules runs over it. */
const mostText = 200_000;
const mostHtml = 1_000_000;
const mostFiles = 50;
const mostAddresses = 100;

/**
 * A raw message, read. Never throws: of one that is nested too deeply or has endless headers (postal-mime refuses it) the head is read
 * alone. The caller bounds the size: it takes some 40 ms a megabyte, during which nothing else runs.
 */
export async function readMessage(raw: Buffer): Promise<ReadMessage> {
  const limits = { forceRfc822Attachments: true, maxNestingDepth: 40, maxHeadersSize: 512_000 };
  const email = await PostalMime.parse(raw, limits).catch(() =>
    PostalMime.parse(headOf(raw), limits).catch(() => null),
  );
  return email ? read(email) : { facts: nothing, html: null, files: [], receivers: '', isHead: false };
}

const nothing: MailFacts = {
  from: null,
  to: [],
  subject: '',
  date: null,
  messageId: null,
  inReplyTo: null,
  references: [],
  headers: new Map(),
  text: '',
  reports: [],
  original: '',
};

function headOf(raw: Buffer): Buffer {
  const end = raw.subarray(0, 65_536).indexOf('\r\n\r\n');
  // Its body is of a type that is not read: the parts are what was too much.
  return Buffer.concat([raw.subarray(0, Math.min(end < 0 ? 65_536 : end, 65_536)), Buffer.from('\r\n\r\n')]);
}

function read(email: Email): ReadMessage {
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value);
  const html = email.html === undefined ? null : readable(email.html.slice(0, mostHtml));
  const text = (email.text?.trim() ? email.text : html === null ? '' : textOfHtml(html)).slice(0, mostText);
  const [reports, originals, files] = sorted(email.attachments);
  return {
    facts: {
      from: mailboxes(email.from ? [email.from] : [])[0] ?? null,
      to: mailboxes([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]),
      subject: readable(email.subject ?? '')
        .replaceAll(/[\r\n\t\0]+/g, ' ')
        .trim()
        .slice(0, 500),
      date: dateOf(email.date),
      messageId: idsIn(email.messageId)[0] ?? null,
      inReplyTo: idsIn(email.inReplyTo)[0] ?? null,
      references: idsIn(email.references).slice(-30),
      headers,
      text: readable(text),
      reports,
      original: originals.join('\n'),
    },
    html,
    files,
    receivers: email.headers
      .filter(({ key }) => receiving.has(key))
      .map(({ value }) => value)
      .join(' ')
      .slice(0, 20_000)
      .toLowerCase(),
    isHead: false,
  };
}

/** What Windows writes at 0x80 to 0x9F (windows-1252), where Latin 1 has signs that nobody uses. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Words as they were meant: much that calls itself ISO-8859-1 is windows-1252 (WHATWG, Encoding, 4.2), and Node 20 reads neither name so.
 * Without NUL, which can be written in any encoding and which the database does not take.
 */
function readable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => windows[(sign.codePointAt(0) ?? 0) - 0x80] ?? sign);
}

const receiving = new Set([
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-delivered-to',
  'x-forwarded-to',
  'to',
  'cc',
]);

function sorted(all: readonly Attachment[]): [reports: string[], originals: string[], files: MailFile[]] {
  const [reports, originals, files]: [string[], string[], MailFile[]] = [[], [], []];
  for (const one of all.slice(0, mostFiles)) {
    const content = bytes(one.content);
    if (/^message\/(?:global-)?delivery-status$/.test(one.mimeType)) reports.push(content.toString('utf8', 0, 100_000));
    else if (one.mimeType === 'text/rfc822-headers') originals.push(content.toString('utf8', 0, 20_000));
    else {
      if (one.mimeType === 'message/rfc822' && one.disposition !== 'attachment')
        originals.push(content.toString('utf8', 0, 20_000));
      files.push({
        name: fileName(one.filename ?? undefined, one.mimeType),
        type: mimeType(one.mimeType),
        contentId: one.contentId?.replaceAll(/[<>]/g, '') ?? null,
        size: content.length,
        content,
      });
    }
  }
  return [reports, originals, files];
}

export const mimeType = (text: string): string =>
  /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(text) ? text : 'application/octet-stream';

/** As a file may be called: no folders, no signs that a screen or a disk reads otherwise. */
export function fileName(filename: string | undefined, type: string): string {
  const name = (filename ?? '')
    .replaceAll(/[\p{C}"<>|:*?\\/\u2028\u2029]+/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim()
    .slice(0, 150);
  return name === '' ? `bijlage${type === 'message/rfc822' ? '.eml' : ''}` : name;
}

function bytes(content: Attachment['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

function mailboxes(all: readonly Address[]): MailAddress[] {
  return all
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => ({
      name: readable(name)
        .replaceAll(/[\p{C}]+/gu, ' ')
        .trim()
        .slice(0, 200),
      address: address.trim().toLowerCase(),
    }))
    .filter(
      ({ address }) =>
        (address.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(address)) || /^mailer-daemon$/i.test(address),
    )
    .slice(0, mostAddresses);
}

/** `<id@host>` without the brackets. */
export const idsIn = (text: string | undefined): string[] =>
  (text?.match(/<[^<>\s\p{C}]{1,500}>/gu) ?? []).map((id) => id.slice(1, -1));

/** Null too for a clock that was never set: no mail is older than mail. */
function dateOf(text: string | undefined): Date | null {
  const date = text === undefined ? null : new Date(text);
  return date === null || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1971 ? null : date;
}
