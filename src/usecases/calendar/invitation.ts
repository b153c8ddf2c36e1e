import type { Appointment } from '#contract/invitation';
import { AppError } from '#contract/app-error';
import { icalText } from '#core/calendar/ical-event';
import { appointmentOf, type AppointmentRow, lockAppointment, updateAppointment } from '#db/appointment';
import { findOpportunity } from '#db/opportunity';
import { findPerson } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { invitationWords } from './invitation-words.ts';

/** The appointment of an opportunity, with what the other knows of it; null without one. */
export function getAppointment({ databases, actor }: Context, opportunityId: string): Promise<Appointment | null> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      if (!(await findOpportunity(tx, opportunityId))) throw new AppError('not_found', { at: 'opportunity' });
      const row = await appointmentOf(tx, opportunityId);
      return row ? appointmentView(row) : null;
    },
    { readOnly: true },
  );
}

/**
 * Invites the other by mail to the appointment as it stands, or says that it is off (iTIP REQUEST and CANCEL, RFC 5546 and 6047). It goes by the
 * outbox, once for each state of the appointment.
 */
export function invite(context: Context, opportunityId: string): Promise<Appointment> {
  const { databases, actor, now } = context;
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const found = await appointmentOf(tx, opportunityId);
    const row = found && (await lockAppointment(tx, found.id));
    const opportunity = await findOpportunity(tx, opportunityId);
    if (!row || !opportunity) throw new AppError('not_found', { at: 'appointment' });
    if (row.invited_sequence === row.sequence) return appointmentView(row);
    const person = row.person_id === null ? undefined : await findPerson(tx, row.person_id);
    if (!person) throw new AppError('person_missing', { at: 'person' });
    refuseRestricted(person);
    const [member, workspace] = await Promise.all([findMember(tx, actor.memberId), loadWorkspace(tx)]);
    // Who was told of it is told that it is off, whatever address there is now.
    const address = row.state === 'cancelled' ? row.invited : person.email;
    if (address === null)
      throw new AppError('email_invalid', { at: 'person.email', detail: 'There is no mail address.' });
    if (!member?.email) throw new AppError('email_invalid', { at: 'me.email', detail: 'You have no mail address.' });
    const cancelled = row.state === 'cancelled';
    const words = invitationWords(member.language);
    const facts = { member: member.name, company: workspace.name, person: person.name };
    const about = words.about(row.channel, facts);
    const when = words.when(row.starts_at, member.time_zone ?? workspace.time_zone);
    const calendar = {
      method: cancelled ? ('CANCEL' as const) : ('REQUEST' as const),
      text: icalText({
        method: cancelled ? 'CANCEL' : 'REQUEST',
        events: [
          {
            uid: `${row.id}@aanhouder`,
            sequence: row.sequence,
            stampedAt: now(),
            summary: about,
            description: null,
            url: null,
            place: { startsAt: row.starts_at, minutes: row.minutes },
            cancelled,
            organiser: { name: member.name, email: member.email },
            attendee: { name: person.name, email: address },
          },
        ],
      }),
    };
    const told = row.invited === null ? 'new' : cancelled ? 'off' : 'changed';
    await queueMessage(tx, context, {
      kind: 'service',
      to: { name: person.name, address },
      personId: person.id,
      memberId: actor.memberId,
      subject: words.subject(told, about, when),
      text: words.text(told, about, when, facts),
      html: null,
      sendAfter: null,
      // They agreed on it: no rule forbids to confirm what was agreed.
      purpose: null,
      unsubscribeUrl: null,
      inReplyTo: null,
      references: null,
      cause: `invitation:${row.id}:${row.sequence}`,
      calendar,
    });
    return appointmentView(await noteInvited(tx, row, address));
  });
}

/** Another state of it asks for another answer. */
async function noteInvited(tx: Tx, row: AppointmentRow, address: string): Promise<AppointmentRow> {
  const after = { invited: address, invited_sequence: row.sequence, answer: null, answered_at: null };
  await updateAppointment(tx, row.id, after);
  return { ...row, ...after };
}

export function appointmentView(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    startsAt: row.starts_at.toISOString(),
    minutes: row.minutes,
    state: row.state,
    invited: row.invited,
    toTell: row.invited !== null && row.invited_sequence !== row.sequence,
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
