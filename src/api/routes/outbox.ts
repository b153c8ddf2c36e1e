import { Type } from 'typebox';
import {
  ChangeMail,
  MailSettings,
  MailWithText,
  Outbox,
  OutboxQuery,
  UpdateCompanyMail,
  UpdateMyMail,
} from '#contract/outbox';
import { Id } from '#contract/scalars';
import { cancelMail, mailArrived, sendMailAgain } from '#usecases/outbox/change-mail';
import { changeCompanyMail, changeMyMail, readMailSettings } from '#usecases/outbox/mail-settings';
import { readMail, readOutbox } from '#usecases/outbox/read-outbox';
import { managers, workers } from '../policy.ts';
import { route } from '../route.ts';

const OneMail = Type.Object({ id: Id });

export const outboxRoutes = [
  route({
    method: 'GET',
    url: '/outbox',
    summary: 'What leaves by mail: what waits, what went, and what somebody has to look at. A seller sees their own',
    roles: workers,
    schema: { query: OutboxQuery, response: Outbox },
    handler: (context, { query }, { transport }) => readOutbox(context, transport, query),
  }),
  route({
    method: 'GET',
    url: '/outbox/:id',
    summary: 'A mail with its text',
    roles: workers,
    schema: { params: OneMail, response: MailWithText },
    handler: (context, { params }) => readMail(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/outbox/:id/cancel',
    summary: 'Stops a mail, as long as it has not been taken up; `again` puts it back',
    roles: workers,
    schema: { params: OneMail, body: ChangeMail, response: MailWithText },
    handler: (context, { params, body }) => cancelMail(context, params.id, body.version),
  }),
  route({
    method: 'POST',
    url: '/outbox/:id/again',
    summary: 'Sends a mail again that failed, was blocked or stopped, or of which it is uncertain whether it arrived',
    roles: workers,
    schema: { params: OneMail, body: ChangeMail, response: MailWithText },
    handler: (context, { params, body }) => sendMailAgain(context, params.id, body.version),
  }),
  route({
    method: 'POST',
    url: '/outbox/:id/arrived',
    summary: 'A mail of which it was uncertain did arrive',
    roles: workers,
    schema: { params: OneMail, body: ChangeMail, response: MailWithText },
    handler: (context, { params, body }) => mailArrived(context, params.id, body.version),
  }),
  route({
    method: 'GET',
    url: '/mail',
    summary: 'How my mail goes: by which server, when it is quiet, how much a minute and a day, and my signature',
    roles: workers,
    schema: { response: MailSettings },
    handler: (context, _input, { transport }) => readMailSettings(context, transport),
  }),
  route({
    method: 'PATCH',
    url: '/mail',
    summary: 'Changes how my mail goes',
    roles: workers,
    schema: { body: UpdateMyMail, response: MailSettings },
    handler: (context, { body }, { transport }) => changeMyMail(context, transport, body),
  }),
  route({
    method: 'PATCH',
    url: '/mail/company',
    summary: 'Changes how the company’s own mail goes, and what holds for whoever chose nothing',
    roles: managers,
    schema: { body: UpdateCompanyMail, response: MailSettings },
    handler: (context, { body }, { transport }) => changeCompanyMail(context, transport, body),
  }),
];
