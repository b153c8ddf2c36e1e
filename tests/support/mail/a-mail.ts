export type MailParts = {
  from: string;
  to: string;
  subject?: string;
  text?: string;
  date?: Date;
  id?: string;
  headers?: readonly string[];
  /** Instead of the text: content type and body as they stand. */
  body?: { type: string; content: string };
};

let count = 0;

/** A whole message, as it comes over the line. */
export function aMail({
  from,
  to,
  subject = 'Offerte',
  text = 'Dag.',
  date = new Date('2026-11-24T08:30:00Z'),
  id,
  headers = [],
  body,
}: MailParts): string {
  count += 1;
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date.toUTCString()}`,
    `Message-ID: <${id ?? `m${count}.${process.pid}@voorbeeld.example`}>`,
    'MIME-Version: 1.0',
    `Content-Type: ${body?.type ?? 'text/plain; charset=utf-8'}`,
    ...headers,
    '',
    body?.content ?? text,
    '',
  ].join('\r\n');
}
