import type { MailAddress, MailFacts } from './mail-facts.ts';

const names: Readonly<Record<string, 'from' | 'date' | 'subject' | 'to'>> = {
  from: 'from',
  van: 'from',
  von: 'from',
  de: 'from',
  date: 'date',
  datum: 'date',
  sent: 'date',
  verzonden: 'date',
  gesendet: 'date',
  subject: 'subject',
  onderwerp: 'subject',
  betreff: 'subject',
  objet: 'subject',
  to: 'to',
  aan: 'to',
  an: 'to',
  cc: 'to',
};
const field = /^[ \t>*]*([A-Za-z]{2,10})\s?:\*?[ \t]*(.*)$/;
const address = /([^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+\.[a-z]{2,})/i;

/**
 * The message that somebody forwarded, by the head that their mail program put above it: whose it is, what it is about, and its words. Null:
 * there is none, or it names no sender. What stands above that head is of who forwarded it.
 */
export function readForwarded(mail: MailFacts): MailFacts | null {
  const lines = mail.text.slice(0, 100_000).split(/\r?\n/);
  for (let at = 0; at < Math.min(lines.length, 400); at += 1) {
    if (nameOf(lines[at]) !== 'from') continue;
    const head = headAt(lines, at);
    const sender = head && addressOf(head.fields.from ?? '');
    if (!head || !sender || head.fields.subject === undefined) continue;
    const date = new Date(head.fields.date ?? '');
    return {
      ...mail,
      from: sender,
      to: [],
      subject: head.fields.subject,
      date: Number.isNaN(date.getTime()) ? mail.date : date,
      messageId: null,
      inReplyTo: null,
      references: [],
      headers: new Map(),
      text: lines
        .slice(head.end)
        .map((line) => line.replace(/^> ?/, ''))
        .join('\n')
        .trim(),
      reports: [],
      original: '',
    };
  }
  return null;
}

type Head = { fields: Partial<Record<'from' | 'date' | 'subject' | 'to', string>>; end: number };

/** Fields one below the other, from this line on; a line that goes on from the one above is passed. */
function headAt(lines: readonly string[], from: number): Head | null {
  const fields: Head['fields'] = {};
  let at = from;
  for (; at < Math.min(lines.length, from + 12); at += 1) {
    const line = lines[at] ?? '';
    const name = nameOf(line);
    if (name === null && line.replaceAll(/[>*\s]/g, '') === '') break;
    if (name !== null) fields[name] ??= field.exec(line)?.[2]?.replace(/\*$/, '').trim() ?? '';
  }
  return Object.keys(fields).length >= 2 ? { fields, end: at } : null;
}

const nameOf = (line = ''): 'from' | 'date' | 'subject' | 'to' | null =>
  names[field.exec(line.slice(0, 500))?.[1]?.toLowerCase() ?? ''] ?? null;

function addressOf(text: string): MailAddress | null {
  const found = address.exec(text.slice(0, 500))?.[1];
  return found === undefined
    ? null
    : {
        name: text
          .slice(0, text.indexOf(found))
          .replaceAll(/[<>"[\]]|mailto:/g, '')
          .trim(),
        address: found.toLowerCase(),
      };
}
