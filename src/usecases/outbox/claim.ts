import { afterAttempt } from '#core/outbox/after-attempt';
import { quietUntil, roomFor } from '#core/outbox/mail-choice';
import {
  blockMail,
  claimMail,
  holdDueMail,
  lanesWithMail,
  lockDueMail,
  lockLapsedMail,
  type MailLane,
  noteMail,
  type OutboxRow,
  wentLately,
} from '#db/outbox';
import { inWorkspace } from '#db/transaction';
import { findMember, loadWorkspace, type MemberRow, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import type { MailSender } from './mail-transport.ts';
import { mailChoiceOf } from './mail-choice-of.ts';
import { noLongerAllowed } from './may-still-go.ts';

type World = Pick<Context, 'databases' | 'newId' | 'now'>;

/** Longer than a server may take over a whole batch, some at once (mail/smtp-sender.ts), so that nobody else takes up what is on its way. */
const leaseMs = 10 * 60_000;
/** Twice so many may end as uncertain by one crash, and each costs a part of a commit: measured in bench/outbox.ts. */
const batch = 25;
const minuteMs = 60_000;

export type Claimed = {
  leaseId: string;
  rows: readonly (OutboxRow & { message_id: string })[];
  workspace: WorkspaceRow;
  member: MemberRow | null;
  /** There may be more that is due. */
  more: boolean;
};

/**
 * Takes a batch of what is due, and commits that it may be on its way. Before it, in the same transaction: the night and the limits hold
 * what they hold, and permission is asked again.
 */
export async function claimDue(world: World, lane: MailLane, sender: MailSender): Promise<Claimed> {
  const at = world.now();
  return inWorkspace(world.databases, lane.workspaceId, async (tx) => {
    const { memberId } = lane;
    const workspace = await loadWorkspace(tx);
    const member = memberId === null ? null : ((await findMember(tx, memberId)) ?? null);
    const choice = await mailChoiceOf(tx, memberId);
    const none = { leaseId: world.newId(), rows: [], workspace, member, more: false };

    const night = quietUntil(at, choice, member?.time_zone ?? workspace.time_zone);
    if (night)
      await holdDueMail(tx, memberId, { at, until: night, reason: 'quiet_hours', exceptKinds: ['sign_in', 'service'] });
    let limit = batch;
    if (choice.perMinute !== null || choice.perDay !== null) {
      const { room, again } = roomFor(choice, await wentLately(tx, memberId, at));
      const until = new Date(at.getTime() + again * minuteMs);
      if (room === 0) await holdDueMail(tx, memberId, { at, until, reason: 'pace', exceptKinds: ['sign_in'] });
      else limit = Math.min(limit, room);
    }
    const due = await lockDueMail(tx, memberId, { at, limit });
    if (due.length === 0) return none;
    const blocked = await noLongerAllowed(tx, due, workspace, at);
    await blockMail(tx, blocked, at);
    const stopped = new Set(blocked.map((one) => one.id));
    const rows = due.filter((row) => !stopped.has(row.id));
    const domain = sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1);
    await claimMail(
      tx,
      rows.map((row) => row.id),
      { id: none.leaseId, at, until: new Date(at.getTime() + leaseMs), domain },
    );
    const claimed = rows.map((row) => ({
      ...row,
      attempts: row.attempts + 1,
      message_id: row.message_id ?? `<${row.id}@${domain}>`,
    }));
    return { ...none, rows: claimed, more: true };
  });
}

const lapsedAtOnce = 500;

/** Whose sender is gone (a crash, a power cut): nobody knows whether it arrived. `lapsedBy`: whose lease is over then. Answers how many. */
export async function settleLapsed(world: World, lane: MailLane, lapsedBy: Date = world.now()): Promise<number> {
  const at = world.now();
  return inWorkspace(world.databases, lane.workspaceId, async (tx) => {
    const lapsed = await lockLapsedMail(tx, lane.memberId, lapsedBy, lapsedAtOnce);
    for (const row of lapsed) {
      const after = afterAttempt(row, { kind: 'unknown', answer: row.answer ?? '', why: 'crashed' });
      await noteMail(tx, row.lease_id ?? '', [{ ...after, answer: row.answer, id: row.id, sendAfter: at }], at);
    }
    return lapsed.length;
  });
}

const everyLane = 100_000;
const endOfTime = new Date('9999-12-31T00:00:00Z');

/** Only while no process sends: whatever is on its way was left behind, however long its lease. */
export async function settleLeftBehind(world: World): Promise<void> {
  for (const lane of await lanesWithMail(world.databases, endOfTime, everyLane))
    while ((await settleLapsed(world, lane, endOfTime)) === lapsedAtOnce);
}
