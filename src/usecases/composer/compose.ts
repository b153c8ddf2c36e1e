import { htmlOfText } from '#core/composer/html-of-text';
import { merge, type MergeField, mergeFields, type MergeValues } from '#core/composer/merge-fields';
import { templateKey } from '#core/composer/template';
import { quietUntil } from '#core/outbox/mail-choice';
import { clockAt } from '#core/permission/clock';
import { dayIn } from '#core/day/day';
import { AppError } from '#contract/app-error';
import type { MailDraft, MailDraftQuery, MailPreview, MailSent, SendMail, WriteMail } from '#contract/composer';
import { findMailChoice } from '#db/outbox';
import { findMail } from '#db/outbox-view';
import { findOpportunity, type OpportunityRow } from '#db/opportunity';
import { findPerson, type PersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace, type MemberRow, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { logMomentIn } from '../opportunity/log-moment.ts';
import { mailChoiceOf } from '../outbox/mail-choice-of.ts';
import type { MailTransport } from '../outbox/mail-transport.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import { readershipOf, routeOf } from '../outbox/read-outbox.ts';
import { permissionsOfPerson } from '../permission/ask-permission.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { mergeValuesFor } from './merge-values.ts';
import { templateOf } from './templates.ts';

type About = {
  opportunity: OpportunityRow;
  person: PersonRow;
  member: MemberRow;
  workspace: WorkspaceRow;
  values: MergeValues;
};

/** Whom a mail about this opportunity is to. Throws `person_missing` where it has nobody. */
async function about(tx: Tx, context: Context, opportunityId: string): Promise<About> {
  const opportunity = await findOpportunity(tx, opportunityId);
  if (!opportunity) throw new AppError('not_found', { at: 'opportunity' });
  const person = opportunity.person_id === null ? undefined : await findPerson(tx, opportunity.person_id);
  if (!person) throw new AppError('person_missing', { at: 'opportunity' });
  const [member, workspace] = [await findMember(tx, context.actor.memberId), await loadWorkspace(tx)];
  if (!member) throw new AppError('assignee_missing', { at: 'member' });
  const values = await mergeValuesFor(tx, { person, opportunity, member, workspace });
  return { opportunity, person, member, workspace, values };
}

/** The template of the next contact, filled in, with whether it may go and by what. */
export async function draftMail(
  context: Context,
  transport: MailTransport,
  opportunityId: string,
  query: MailDraftQuery,
): Promise<MailDraft> {
  const { workspaceId, memberId } = context.actor;
  const route = await routeOf(transport, workspaceId, memberId);
  return inWorkspace(
    context.databases,
    workspaceId,
    async (tx) => {
      const { opportunity, person, member, workspace, values } = await about(tx, context, opportunityId);
      const key = templateKey(
        query.step ?? opportunity.held + 1,
        query.language ?? workspace.language,
        query.form ?? person.address_form,
      );
      const template = await templateOf(tx, key);
      const signature = (await findMailChoice(tx, memberId))?.signature.trim() ?? '';
      const written = filled({ subject: template.subject, text: signed(template.body, signature) }, values);
      const now = context.now();
      const [permission] = await permissionsOfPerson(tx, person, clockAt(now), ['email']);
      const quiet = quietUntil(now, await mailChoiceOf(tx, memberId), member.time_zone ?? workspace.time_zone);
      return {
        to: person.email === null ? null : { name: person.name, address: person.email },
        ...key,
        ...written,
        empty: mergeFields.filter((field) => !values[field]?.trim()),
        permission: permission ?? null,
        route,
        quietUntil: quiet && quiet.toISOString(),
      };
    },
    { readOnly: true },
  );
}

const signed = (body: string, signature: string): string =>
  signature === '' ? body.trimEnd() : `${body.trimEnd()}\n\n${signature}`;

function filled(mail: WriteMail, values: MergeValues): WriteMail & { missing: MergeField[]; unknown: string[] } {
  const [subject, text] = [merge(mail.subject, values), merge(mail.text, values)];
  return {
    // What is put in may hold the end of a line; a subject may not.
    subject: subject.text.replaceAll(/\s+/g, ' ').trim(),
    text: text.text,
    missing: [...new Set([...subject.missing, ...text.missing])],
    unknown: [...new Set([...subject.unknown, ...text.unknown])],
  };
}

export async function previewMail(context: Context, opportunityId: string, mail: WriteMail): Promise<MailPreview> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { values } = await about(tx, context, opportunityId);
      const written = filled(mail, values);
      return { ...written, html: htmlOfText(written.text) };
    },
    { readOnly: true },
  );
}

/** As it may go; `merge_field_missing` names the field that is empty, `merge_field_unknown` the one that is none. */
function finished(mail: WriteMail, values: MergeValues): WriteMail {
  const { missing, unknown, ...written } = filled(mail, values);
  const [none] = unknown;
  if (none !== undefined) throw new AppError('merge_field_unknown', { at: none, facts: { unknown } });
  const [empty] = missing;
  if (empty !== undefined) throw new AppError('merge_field_missing', { at: empty, facts: { missing } });
  return written;
}

/**
 * Sends a mail and logs it as a contact moment, which plans the next, in one transaction. Undoing the moment takes the mail back as long as
 * it waits. A retry with the same clientId counts and goes once.
 */
export async function sendComposed(context: Context, opportunityId: string, wish: SendMail): Promise<MailSent> {
  const { subject, text, sendAfter, clientId = context.newId(), next, intent, minutes, expectedHeld } = wish;
  const at = sendAfter === undefined ? null : new Date(sendAfter);
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const { person, values } = await about(tx, context, opportunityId);
    refuseRestricted(person);
    if (person.email === null) throw new AppError('email_invalid', { at: 'person.email' });
    const written = finished({ subject, text }, values);
    const [permission] = await permissionsOfPerson(tx, person, clockAt(at ?? context.now()), ['email']);
    if (!permission || permission.verdict === 'block')
      throw new AppError('channel_not_allowed', { at: 'email', facts: { permission } });
    // Before it is logged: that they wait for an answer is over with it, and is what allows this one.
    const waitingSince = (await findOpportunity(tx, opportunityId))?.waiting_since ?? null;
    const moment = {
      channel: 'email' as const,
      outcome: 'message_left' as const,
      note: written.subject,
      clientId,
      ...(next && { next }),
      ...(intent && { intent }),
      ...(minutes !== undefined && { minutes }),
      ...(expectedHeld !== undefined && { expectedHeld }),
    };
    const logged = await logMomentIn(tx, context, opportunityId, moment, { ours: true });
    const { id } = await queueMessage(tx, context, {
      kind: 'personal',
      to: { name: person.name, address: person.email },
      personId: person.id,
      memberId: context.actor.memberId,
      subject: written.subject,
      text: written.text,
      html: htmlOfText(written.text),
      sendAfter: at,
      purpose: permission.purpose,
      unsubscribeUrl: null,
      inReplyTo: null,
      references: null,
      cause: `moment:${logged.moment.id}`,
      momentId: logged.moment.id,
      askedOn: waitingSince && dayIn(waitingSince, 'Europe/Amsterdam'),
    });
    const mail = await findMail(tx, readershipOf(context), id);
    if (!mail) throw new AppError('not_found', { at: 'mail' });
    const { text: _, hasHtml: __, ...shown } = mail;
    return { mail: shown, ...logged };
  });
}

/** The same mail, to oneself: nothing is logged. */
export async function testMail(context: Context, opportunityId: string, mail: WriteMail): Promise<{ to: string }> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const { member, values } = await about(tx, context, opportunityId);
    if (member.email === null) throw new AppError('email_invalid', { at: 'member.email' });
    const written = finished(mail, values);
    await queueMessage(tx, context, {
      kind: 'service',
      to: { name: member.name, address: member.email },
      personId: null,
      memberId: context.actor.memberId,
      ...written,
      html: htmlOfText(written.text),
      sendAfter: null,
      purpose: null,
      unsubscribeUrl: null,
      inReplyTo: null,
      references: null,
      cause: `test:${context.newId()}`,
    });
    return { to: member.email };
  });
}
