import { Type } from 'typebox';
import {
  ChooseLeftOut,
  FindServers,
  FinishOAuth,
  OAuthStarted,
  StartOAuth,
  FoundServers,
  Mail,
  MailList,
  MyMailbox,
  SaveMailbox,
} from '#contract/mailbox';
import { closed, Id } from '#contract/scalars';
import { findServers } from '#usecases/mailbox/find-servers';
import {
  chooseLeftOut,
  getMailbox,
  makeInboxAddress,
  removeMailbox,
  saveMailbox,
  tryMailbox,
} from '#usecases/mailbox/my-mailbox';
import { finishOAuth, startOAuth } from '#usecases/mailbox/oauth-sign-in';
import { getMail, getMailFile, listMails } from '#usecases/mailbox/read-mail';
import { download } from '../download.ts';
import { workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const mailboxRoutes = [
  route({
    method: 'GET',
    url: '/mailbox',
    summary: 'My mailbox, how far it came and what stands in its way; never its password',
    roles: workers,
    schema: { response: MyMailbox },
    handler: (context, _input, { identity }) => getMailbox(context, identity.outside),
  }),
  route({
    method: 'POST',
    url: '/mailbox/find',
    summary: 'Finds the servers of an address',
    roles: workers,
    schema: { body: FindServers, response: FoundServers },
    handler: (_context, { body }, { identity }) => findServers(identity.outside, body.address),
  }),
  route({
    method: 'PUT',
    url: '/mailbox',
    summary: 'Connects my mailbox, or changes how it is reached; it is tried at once',
    roles: workers,
    schema: { body: SaveMailbox, response: MyMailbox },
    handler: (context, { body }, { identity }) => saveMailbox(context, identity.outside, body),
  }),
  route({
    method: 'PATCH',
    url: '/mailbox',
    summary: 'Leaves folders and domains out',
    roles: workers,
    schema: { body: ChooseLeftOut, response: MyMailbox },
    handler: (context, { body }, { identity }) => chooseLeftOut(context, identity.outside, body),
  }),
  route({
    method: 'POST',
    url: '/mailbox/try',
    summary: 'Tries again now',
    roles: workers,
    schema: { response: MyMailbox },
    handler: (context, _input, { identity }) => tryMailbox(context, identity.outside),
  }),
  route({
    method: 'POST',
    url: '/mailbox/oauth',
    summary: 'Where I sign in with my provider, so that no password of mine is needed here',
    roles: workers,
    schema: { body: StartOAuth, response: OAuthStarted },
    handler: async (context, { body }, { identity }) => startOAuth(context, identity.outside, identity.appUrl, body),
  }),
  route({
    method: 'POST',
    url: '/mailbox/oauth/finish',
    summary: 'I signed in there: my mailbox is connected',
    roles: workers,
    schema: { body: FinishOAuth, response: MyMailbox },
    handler: (context, { body }, { identity }) => finishOAuth(context, identity.outside, identity.appUrl, body),
  }),
  route({
    method: 'POST',
    url: '/mailbox/inbox',
    summary:
      'My own address for forwarded mail and blind copies; a new one again, and the one before takes nothing in any more',
    roles: workers,
    schema: { response: MyMailbox },
    handler: (context, _input, { identity }) => makeInboxAddress(context, identity.outside),
  }),
  route({
    method: 'DELETE',
    url: '/mailbox',
    summary: 'Disconnects my mailbox; what was captured stays with the people it is about',
    roles: workers,
    schema: {},
    handler: (context) => removeMailbox(context),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/mails',
    summary: 'Mails with a person, the newest first',
    roles: workers,
    schema: {
      params: ById,
      query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
      response: MailList,
    },
    handler: (context, { params, query }) => listMails(context, params.id, query.cursor),
  }),
  route({
    method: 'GET',
    url: '/mails/:id',
    summary: 'A mail, whole; its HTML was made harmless',
    roles: workers,
    schema: { params: ById, response: Mail },
    handler: (context, { params }) => getMail(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/mails/:id/files/:fileId',
    summary: 'A file of a mail, always to be saved and never shown',
    roles: workers,
    produces: 'application/octet-stream',
    schema: { params: Type.Object({ id: Id, fileId: Id }) },
    handler: async (context, { params }) => {
      const { name, content } = await getMailFile(context, params.id, params.fileId);
      return download(name, 'application/octet-stream', content);
    },
  }),
];
