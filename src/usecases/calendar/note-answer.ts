import type { AnswerNoted } from '#contract/invitation';
import { AppError } from '#contract/app-error';
import { type InvitationReply, readReply } from '#core/calendar/read-reply';
import { type AppointmentRow, lockAppointment, updateAppointment } from '#db/appointment';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { receiveInbound } from '../opportunity/receive-inbound.ts';
import { appointmentView } from './invitation.ts';

/** An answer that came as a file. Throws `not_found` for what answers no invitation of this workspace. */
export async function noteAnswer(context: Context, text: string): Promise<AnswerNoted> {
  const reply = readReply(text);
  if (reply === null)
    throw new AppError('file_unreadable', { at: 'text', detail: 'This is no answer to an invitation from here.' });
  const { databases, actor } = context;
  const noted = await inWorkspace(databases, actor.workspaceId, (tx) => noteReply(tx, reply, context.now()));
  if (noted === null) throw new AppError('not_found', { at: 'appointment' });
  // They say no to the day, not to us: there is something to answer.
  if (noted.fresh && reply.answer === 'declined')
    await receiveInbound(context, noted.row.opportunity_id, {
      channel: 'email',
      ...(reply.comment && { note: reply.comment }),
    });
  return { appointment: appointmentView(noted.row), opportunityId: noted.row.opportunity_id };
}

/**
 * What somebody answered to an invitation, for whoever has the mail. Null: it answers none that was sent to this address. `fresh`: it says
 * something new. An answer to an earlier state of the appointment says nothing of the present one.
 */
export async function noteReply(
  tx: Tx,
  reply: InvitationReply,
  at: Date,
): Promise<{ row: AppointmentRow; fresh: boolean } | null> {
  const row = await lockAppointment(tx, reply.appointmentId);
  if (!row || row.invited === null || row.invited.toLowerCase() !== reply.address) return null;
  const fresh = reply.sequence >= (row.invited_sequence ?? 0) && row.answer !== reply.answer;
  if (!fresh) return { row, fresh };
  const after = { answer: reply.answer, answered_at: at };
  await updateAppointment(tx, row.id, after);
  return { row: { ...row, ...after }, fresh };
}
