import { domainToASCII } from 'node:url';
import type { Day } from '#core/day/day';
import type { MailKind } from '#core/outbox/vocabulary';
import type { ContactPurpose } from '#core/permission/words';
import { AppError } from '#contract/app-error';
import { insertMail, mailOfCause } from '#db/outbox';
import type { Tx } from '#db/transaction';
import { isHeaderText, isHeaderUrl, isMessageIds, longestUrl } from '#mail/header-text';
import { isMailAddress } from '#mail/mail-address';
import type { Context } from '../context.ts';
import { ring } from './post-bell.ts';

export interface MessageToQueue {
  kind: MailKind;
  to: { name: string | null; address: string };
  personId: string | null;
  /** Whose message, and whose mailbox sends it; null: the host's own. */
  memberId: string | null;
  subject: string;
  text: string;
  html: string | null;
  /** Null: as soon as it may. */
  sendAfter: Date | null;
  /** Asked again in the transaction that claims it (core/permission); null where no rule blocks: signing in, service. */
  purpose: ContactPurpose | null;
  /** Becomes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058). */
  unsubscribeUrl: string | null;
  /** `<id@domain>` of the message that this answers. */
  inReplyTo: string | null;
  /** Of its whole thread, with spaces. */
  references: string | null;
  /** A stable text, once in a workspace: `lesson:ENROLMENT:3`. The same cause is never queued twice. */
  cause: string;
  /** The contact moment that is logged with it: taking that back takes this back. */
  momentId?: string | null;
  /** They waited for this answer since: counts as asked, though logging it has ended the waiting. */
  askedOn?: Day | null;
  /** An invitation to an appointment, or that it is off (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
}

export type Queued = { kind: 'queued'; id: string } | { kind: 'present'; id: string };

type Clerk = Pick<Context, 'newId' | 'now'>;

/**
 * Writes a message in the transaction that causes it; it leaves once that is committed. Refuses (`message_unfit`) what could not be put on
 * paper: an address that is none, a line's end in a subject or name, a link too long for a line.
 */
export async function queueMessage(tx: Tx, clerk: Clerk, message: MessageToQueue): Promise<Queued> {
  const [queued] = await queueMessages(tx, clerk, [message]);
  if (!queued) throw new Error('one message asked, one answered');
  return queued;
}

/** Many at once, each as queueMessage; answered in their order. */
export async function queueMessages(
  tx: Tx,
  { newId, now }: Clerk,
  messages: readonly MessageToQueue[],
): Promise<Queued[]> {
  const at = now();
  const rows = messages.map((message) => {
    const address = asciiAddress(message.to.address);
    refuseUnfit(message, address);
    return {
      id: newId(),
      cause: message.cause,
      kind: message.kind,
      purpose: message.purpose,
      person_id: message.personId,
      member_id: message.memberId,
      asked_on: message.askedOn ?? null,
      moment_id: message.momentId ?? null,
      to_name: message.to.name?.trim() || null,
      to_address: address,
      subject: message.subject,
      text: message.text,
      html: message.html,
      unsubscribe_url: message.unsubscribeUrl,
      in_reply_to: message.inReplyTo,
      reference_ids: message.references,
      reason: message.sendAfter !== null && message.sendAfter > at ? 'planned' : null,
      send_after: message.sendAfter ?? at,
      calendar: message.calendar?.text ?? null,
      calendar_method: message.calendar?.method ?? null,
      created_at: at,
    };
  });
  const made = await insertMail(tx, rows);
  if (made.size > 0) tx.afterCommit(ring);
  const answers: Queued[] = [];
  for (const { cause, id } of rows) {
    if (made.get(cause) === id) answers.push({ kind: 'queued', id });
    else answers.push({ kind: 'present', id: (await mailOfCause(tx, cause)) ?? id });
  }
  return answers;
}

/** A domain of other letters goes by its name in ASCII (RFC 5891). */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? address : `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

function refuseUnfit(message: MessageToQueue, address: string): void {
  const refuse = (at: string, detail: string) => {
    throw new AppError('message_unfit', { at, detail });
  };
  if (!isMailAddress(address)) refuse('to.address', 'This is not one mail address.');
  if (message.to.name !== null && !isHeaderText(message.to.name)) refuse('to.name', 'A name is one line.');
  if (!isHeaderText(message.subject)) refuse('subject', 'A subject is one line.');
  // PostgreSQL holds no NUL, and no mail does.
  if (message.text.includes('\u0000') || message.html?.includes('\u0000'))
    refuse('text', 'The text holds a NUL character.');
  if (message.unsubscribeUrl !== null && !isHeaderUrl(message.unsubscribeUrl))
    refuse('unsubscribeUrl', `This is no address of the web of at most ${longestUrl} characters.`);
  if (message.inReplyTo !== null && !/^<\S+>$/.test(message.inReplyTo))
    refuse('inReplyTo', 'This is not one message id.');
  for (const ids of [message.inReplyTo, message.references])
    if (ids !== null && !isMessageIds(ids)) refuse('references', 'These are no message ids.');
}
