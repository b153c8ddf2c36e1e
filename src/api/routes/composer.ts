import { Type } from 'typebox';
import {
  MailDraft,
  MailDraftQuery,
  MailPreview,
  MailSent,
  MailTemplate,
  MailTemplateKey,
  MailTemplates,
  PutMailTemplate,
  SendMail,
  WriteMail,
} from '#contract/composer';
import { Id } from '#contract/scalars';
import { draftMail, previewMail, sendComposed, testMail } from '#usecases/composer/compose';
import { dropTemplate, putTemplate, readTemplates } from '#usecases/composer/templates';
import { managers, workers } from '../policy.ts';
import { route } from '../route.ts';

const OneOpportunity = Type.Object({ id: Id });

export const composerRoutes = [
  route({
    method: 'GET',
    url: '/opportunities/:id/mail',
    summary: 'A mail to begin with: the template of the next contact, filled in, and whether they may be mailed',
    roles: workers,
    schema: { params: OneOpportunity, query: MailDraftQuery, response: MailDraft },
    handler: (context, { params, query }, { transport }) => draftMail(context, transport, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/mail',
    summary:
      'Sends a mail, now or at a time, and logs it as a contact moment that plans the next. Undo takes it back while it waits',
    roles: workers,
    status: 201,
    schema: { params: OneOpportunity, body: SendMail, response: MailSent },
    handler: (context, { params, body }) => sendComposed(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/mail/preview',
    summary: 'A mail as it would arrive, and which fields have no value',
    roles: workers,
    schema: { params: OneOpportunity, body: WriteMail, response: MailPreview },
    handler: (context, { params, body }) => previewMail(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/mail/test',
    summary: 'The same mail to myself; nothing is logged',
    roles: workers,
    status: 201,
    schema: { params: OneOpportunity, body: WriteMail, response: Type.Object({ to: Type.String() }) },
    handler: (context, { params, body }) => testMail(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/mail/templates',
    summary: 'Mails for the twelve steps of a rhythm, in Dutch (je and u) and English',
    roles: workers,
    schema: { response: MailTemplates },
    handler: (context) => readTemplates(context),
  }),
  route({
    method: 'PUT',
    url: '/mail/templates',
    summary: 'Writes the mail of a step',
    roles: managers,
    schema: { body: PutMailTemplate, response: MailTemplate },
    handler: (context, { body }) => putTemplate(context, body),
  }),
  route({
    method: 'POST',
    url: '/mail/templates/drop',
    summary: 'Back to the mail that comes with the program',
    roles: managers,
    schema: { body: MailTemplateKey, response: MailTemplate },
    handler: (context, { body }) => dropTemplate(context, body),
  }),
];
