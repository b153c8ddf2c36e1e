import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isHeaderText, isHeaderUrl, isMessageIds } from './header-text.ts';
import { isMailAddress } from './mail-address.ts';

export type Correspondent = { name: string | null; address: string };

export type OutgoingMail = {
  from: Correspondent;
  replyTo: Correspondent | null;
  to: Correspondent;
  subject: string;
  text: string;
  html: string | null;
  /** `<id@domain>`: the same however often it is tried. */
  messageId: string;
  date: Date;
  inReplyTo: string | null;
  references: string | null;
  /** Ends a series with one POST (RFC 8058). */
  unsubscribeUrl: string | null;
  /** Sent by the program, not by somebody: an absence notice does not answer it (RFC 3834). */
  automatic: boolean;
  /** An invitation, or that it is off: as a part that programs for mail understand, and as a file for those that do not. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
};

export type DkimKey = { domain: string; selector: string; privateKey: string };

/** A message that cannot be put on paper: nothing was sent. */
export class UnfitMail extends Error {}

const mostReferences = 20;

/** The raw message, signed where there is a key. Throws UnfitMail rather than write a header that is not what it says. */
export async function composeMessage(mail: OutgoingMail, dkim: DkimKey | null): Promise<Buffer> {
  refuseUnfit(mail);
  const composer = new MailComposer({
    from: written(mail.from),
    to: written(mail.to),
    ...(mail.replyTo && { replyTo: written(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.calendar && {
      icalEvent: { method: mail.calendar.method, filename: 'invitation.ics', content: mail.calendar.text },
    }),
    messageId: mail.messageId,
    date: mail.date,
    ...(mail.inReplyTo !== null && { inReplyTo: mail.inReplyTo }),
    // A thread of years would make a header of thousands of characters: the first and the newest are enough to find it by (RFC 5322, 3.6.4).
    ...(mail.references !== null && { references: shortened(mail.references) }),
    headers: [
      ...(mail.automatic ? [{ key: 'Auto-Submitted', value: 'auto-generated' }] : []),
      ...(mail.unsubscribeUrl === null
        ? []
        : [
            { key: 'List-Unsubscribe', value: { prepared: true, foldLines: true, value: `<${mail.unsubscribeUrl}>` } },
            { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
          ]),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  const raw = await composer.compile().build();
  return dkim === null ? raw : signed(raw, dkim);
}

async function signed(raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  const pieces: Buffer[] = [];
  for await (const piece of signer.sign(raw)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const written = ({ name, address }: Correspondent) => (name === null ? address : { name, address });

function shortened(references: string): string {
  const ids = references.split(' ');
  return ids.length <= mostReferences ? references : [ids[0], ...ids.slice(1 - mostReferences)].join(' ');
}

function refuseUnfit(mail: OutgoingMail): void {
  for (const { name, address } of [mail.from, mail.to, ...(mail.replyTo ? [mail.replyTo] : [])]) {
    if (!isMailAddress(address)) throw new UnfitMail('An address is none.');
    if (name !== null && !isHeaderText(name)) throw new UnfitMail('A name holds the end of a line.');
  }
  if (!isHeaderText(mail.subject)) throw new UnfitMail('The subject holds the end of a line.');
  for (const ids of [mail.messageId, mail.inReplyTo, mail.references])
    if (ids !== null && !isMessageIds(ids)) throw new UnfitMail('A message id is none.');
  if (mail.unsubscribeUrl !== null && !isHeaderUrl(mail.unsubscribeUrl))
    throw new UnfitMail('The address to unsubscribe at is none, or too long for a line.');
}
