import { afterAttempt, type Handed } from '#core/outbox/after-attempt';
import { type MailLane, noteMail, type Noted } from '#db/outbox';
import { inWorkspace } from '#db/transaction';
import type { Correspondent, OutgoingMail } from '#mail/compose-message';
import type { Context } from '../context.ts';
import { claimDue, type Claimed, settleLapsed } from './claim.ts';
import type { MailSender, MailTransport } from './mail-transport.ts';

export type DeliveryStep = 'before_claim' | 'claimed' | 'data' | 'accepted' | 'noted';

export type DeliveryWorld = Pick<Context, 'databases' | 'newId' | 'now'> & {
  transport: MailTransport;
  /** Told at every step; what tests of a crash use. */
  reached?: (step: DeliveryStep) => void;
};

/** Sends all that is due in a lane, batch after batch, until nothing is or `stopping` says so. */
export async function deliverLane(world: DeliveryWorld, lane: MailLane, stopping: AbortSignal): Promise<void> {
  await settleLapsed(world, lane);
  const sender = await world.transport.senderFor(lane);
  // Nothing is connected: it waits, and the screen says what to set.
  if (!sender) return;
  // One claims while the other sends.
  const all = await Promise.allSettled([
    deliverBatches(world, lane, sender, stopping),
    deliverBatches(world, lane, sender, stopping),
  ]);
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

async function deliverBatches(
  world: DeliveryWorld,
  lane: MailLane,
  sender: MailSender,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    world.reached?.('before_claim');
    const claimed = await claimDue(world, lane, sender);
    if (claimed.rows.length > 0) {
      world.reached?.('claimed');
      await sendBatch(world, lane, sender, claimed);
    }
    if (!claimed.more) return;
  }
}

/** Each is noted as soon as it is answered; those that are answered while a note is written go into the next one together. */
async function sendBatch(world: DeliveryWorld, lane: MailLane, sender: MailSender, claimed: Claimed): Promise<void> {
  const { databases, now, reached } = world;
  let waiting: Noted[] = [];
  let writing: Promise<void> = Promise.resolve();
  const note = (noted: Noted): Promise<void> => {
    waiting.push(noted);
    const written = writing.then(async () => {
      const notes = waiting;
      waiting = [];
      if (notes.length === 0) return;
      await inWorkspace(databases, lane.workspaceId, (tx) => noteMail(tx, claimed.leaseId, notes, now()));
      reached?.('noted');
    });
    // One that fails must not keep the others from being noted.
    writing = written.catch(() => {});
    return written;
  };
  const all = await Promise.allSettled(
    claimed.rows.map(async (row) => {
      const handed = await sender.hand(mailOf(row, claimed, sender, now()), () => reached?.('data'));
      if (handed.kind === 'sent') reached?.('accepted');
      await note(notedOf(row, handed, now()));
    }),
  );
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

function notedOf(row: Claimed['rows'][number], handed: Handed, at: Date): Noted {
  const after = afterAttempt(row, handed);
  const sendAfter = after.againAfter === null ? null : new Date(at.getTime() + after.againAfter * 60_000);
  return { ...after, id: row.id, sendAfter };
}

function mailOf(
  row: Claimed['rows'][number],
  { workspace, member }: Claimed,
  sender: MailSender,
  at: Date,
): OutgoingMail {
  return {
    from: fromOf(sender, row.kind, member?.name ?? null, workspace.name),
    replyTo: !sender.own && member?.email ? { name: member.name, address: member.email } : null,
    to: { name: row.to_name, address: row.to_address },
    subject: row.subject,
    text: row.text,
    html: row.html,
    messageId: row.message_id,
    date: at,
    inReplyTo: row.in_reply_to,
    references: row.reference_ids,
    unsubscribeUrl: row.unsubscribe_url,
    automatic: row.kind !== 'personal',
    calendar:
      row.calendar === null || row.calendar_method === null
        ? null
        : { method: row.calendar_method, text: row.calendar },
  };
}

/** By the host's server: the address is the host's, the name says who writes. What signs somebody in is the host's own. */
function fromOf(sender: MailSender, kind: string, member: string | null, company: string): Correspondent {
  if (sender.own) return { ...sender.from, name: sender.from.name ?? member };
  if (kind === 'sign_in') return sender.from;
  return { address: sender.from.address, name: oneLine(member === null ? company : `${member} (${company})`) };
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
