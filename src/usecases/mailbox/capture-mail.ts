import { createHash } from 'node:crypto';
import { type Day, dayIn } from '#core/day/day';
import { awayUntil } from '#core/mail/away-until';
import { chooseOpportunity } from '#core/mail/choose-opportunity';
import type { MailFacts } from '#core/mail/mail-facts';
import { trimReply } from '#core/mail/trim-reply';
import { type Placed, type Whose, whoseMail } from '#core/mail/whose-mail';
import {
  insertMail,
  isMessageKnown,
  type KnownAddress,
  lockMessage,
  mailedSince,
  ownSending,
  markAddressDead,
  opportunityOfThread,
  peopleWithAddresses,
} from '#db/mail';
import { lockOpportunitiesOfPerson, type OpportunityRow } from '#db/opportunity';
import { inWorkspace, type Tx } from '#db/transaction';
import { sanitiseHtml } from '#mail/sanitise-html';
import type { ReadMessage } from '#mail/read-message';
import type { Context } from '../context.ts';
import { loadSurroundings, type Surroundings } from '../surroundings.ts';
import { noteAnswerIn } from '../calendar/answer-in-mail.ts';
import { moveForAbsence, replanForDeadAddress } from './after-automatic.ts';
import { receivedMoment, sentMoment } from './mail-moment.ts';

/** Where a mail was found, and what counts there. */
export type FoundIn = Placed & {
  mailboxId: string | null;
  /** From this instant on a mail is a moment; an older one stands in the timeline only, as it may have been counted by hand. */
  countsFrom: Date;
  receivedAt: Date;
};

export type Captured = { persons: number; moments: number };

const nothing: Captured = { persons: 0, moments: 0 };
/** Together with what is larger, of which only the name is kept. */
const mostFileBytes = 10_000_000;
const mostPeople = 20;
/** A message that comes back later than this is not about what we sent. */
const bounceDays = 30;

/** The same message has the same key wherever it lies. */
export function messageKey(mail: Pick<MailFacts, 'messageId' | 'from' | 'date' | 'subject'>): string {
  const by = mail.messageId ?? `${mail.date?.toISOString() ?? ''} ${mail.subject}`;
  return createHash('sha256')
    .update(`${mail.from?.address ?? ''} ${by}`)
    .digest('base64url');
}

/**
 * A mail becomes part of what is known of each person it is with, once however often it is seen: all in one transaction, so that a crash
 * leaves nothing half.
 */
export async function captureMail(context: Context, message: ReadMessage, found: FoundIn): Promise<Captured> {
  const whose = whoseMail(message.facts, found);
  if (whose === null) return nothing;
  const key = messageKey(message.facts);
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await lockMessage(tx, key);
    if (await isMessageKnown(tx, key)) return nothing;
    const people = (await peopleWithAddresses(tx, whose.addresses)).slice(0, mostPeople);
    const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
    let [persons, moments] = [0, 0];
    for (const person of people) {
      const made = await captureFor(tx, context, { message, found, whose, key, person, surroundings });
      if (made !== null) persons += 1;
      if (made?.counted) moments += 1;
    }
    return { persons, moments };
  });
}

type Capture = {
  message: ReadMessage;
  found: FoundIn;
  whose: Whose;
  key: string;
  person: KnownAddress;
  surroundings: Surroundings;
};

/** Null: not kept. */
async function captureFor(tx: Tx, context: Context, capture: Capture): Promise<{ counted: boolean } | null> {
  const { message, found, whose, key, person, surroundings } = capture;
  const { facts } = message;
  const sentAt = sentInstant(facts, found, context.now());
  const happenedOn = dayIn(sentAt, surroundings.member.time_zone ?? surroundings.workspace.time_zone);
  const bounced = whose.kind === 'bounce' ? whose.bounced.find((one) => one.address === person.address) : undefined;
  // Anybody can write that something came back: only what we sent can.
  if (whose.kind === 'bounce' && !(await mailedSince(tx, person.personId, daysBefore(sentAt, bounceDays)))) return null;
  const rows = await lockOpportunitiesOfPerson(tx, person.personId);
  const words = trimReply(facts.text);
  const isTrusted = whose.kind !== 'bounce' && whose.isTrusted;
  const answer =
    isTrusted && whose.direction === 'in' ? await noteAnswerIn(tx, message.files, person.address, context.now()) : null;
  const answered = rows.find((row) => row.id === answer?.opportunityId)?.id;
  const opportunityId = answered ?? (await opportunityFor(tx, context, capture, rows));
  // A calendar that sends an answer calls it automatic; somebody chose it all the same.
  const kind = answer === null ? whose.kind : 'message';
  const away = kind === 'auto_reply' ? awayUntil(facts, happenedOn) : null;
  // Yes, or perhaps, to an appointment asks nothing of us; a no does.
  const asksNothing = answer !== null && answer.answer !== 'declined';
  const part =
    opportunityId !== null && kind === 'message' && isTrusted && sentAt >= found.countsFrom && !asksNothing
      ? await momentFor(tx, context, { opportunityId, capture, words, happenedOn, sentAt })
      : null;
  const html = message.html === null ? null : sanitiseHtml(message.html, message.files);
  await insertMail(
    tx,
    {
      id: context.newId(),
      member_id: context.actor.memberId,
      mailbox_id: found.mailboxId,
      person_id: person.personId,
      opportunity_id: opportunityId,
      moment_id: part?.momentId ?? null,
      event_id: part?.eventId ?? null,
      direction: whose.direction,
      kind,
      message_key: key,
      message_id: facts.messageId,
      in_reply_to: facts.inReplyTo,
      reference_ids: [...facts.references],
      from_name: facts.from?.name ?? '',
      from_address: facts.from?.address ?? '',
      to_addresses: facts.to.map((one) => one.address),
      subject: facts.subject,
      sent_at: sentAt,
      happened_on: happenedOn,
      words,
      whole: facts.text,
      html: html?.html ?? null,
      remote_images: html?.remoteImages ?? 0,
      away_until: away,
      dead: bounced?.dead ?? false,
      is_head: message.isHead,
      created_at: context.now(),
    },
    filesToKeep(context, message),
  );
  if (sentAt >= found.countsFrom) {
    if (away !== null) await moveForAbsence(tx, context, rows, away);
    if (bounced?.dead && (await markAddressDead(tx, person.personId, person.address, happenedOn)))
      await replanForDeadAddress(tx, context, person.personId);
  }
  return { counted: part !== null };
}

function opportunityFor(
  tx: Tx,
  context: Context,
  { message, whose, person }: Capture,
  rows: readonly OpportunityRow[],
) {
  const { inReplyTo, references } = message.facts;
  const ids = [...(inReplyTo === null ? [] : [inReplyTo]), ...references];
  return opportunityOfThread(tx, person.personId, ids).then((threadId) =>
    chooseOpportunity(
      rows.map((row) => ({
        id: row.id,
        state: row.state,
        assigneeId: row.assignee_id,
        isWaiting: row.waiting_since !== null,
        nextOn: row.next_on,
        endedOn: row.ended_on,
      })),
      { direction: whose.direction, memberId: context.actor.memberId, threadId },
    ),
  );
}

type About = { opportunityId: string; capture: Capture; words: string; happenedOn: Day; sentAt: Date };

async function momentFor(tx: Tx, context: Context, { opportunityId, capture, words, happenedOn, sentAt }: About) {
  const { whose, message, person } = capture;
  const { subject } = message.facts;
  if (whose.direction === 'out') {
    // The program sent it itself, and counted it then.
    const own = message.facts.messageId === null ? null : await ownSending(tx, message.facts.messageId);
    if (own) return { momentId: own.momentId, eventId: null };
    return sentMoment(tx, context, opportunityId, { note: subject, happenedOn });
  }
  // Answered already: a folder that is read later holds what came before.
  if (await mailedSince(tx, person.personId, sentAt)) return null;
  return receivedMoment(tx, context, opportunityId, { note: (words || subject).slice(0, 1000), happenedOn });
}

/** By the sender's clock, but not later than our own server got it: a mailbox that moved has all its mail of one day. */
function sentInstant({ date }: MailFacts, { receivedAt }: FoundIn, now: Date): Date {
  const received = receivedAt > now ? now : receivedAt;
  return date === null || date > received ? received : date;
}

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000);

function filesToKeep(context: Context, { files }: ReadMessage) {
  let room = mostFileBytes;
  return files.map(({ name, type, size, content }) => {
    const fits = content !== null && size <= room;
    if (fits) room -= size;
    return { id: context.newId(), name, type, size, content: fits ? content : null };
  });
}
