import { Type } from 'typebox';
import {
  AskErasure,
  ClearingDecided,
  ClearMentions,
  ClearingList,
  CreateRightsRequest,
  DecideClearing,
  DocumentQuery,
  Mentions,
  MentionsCleared,
  PersonExportQuery,
  PersonRights,
  Privacy,
  RightsRequest,
  RightsRequestList,
  RightsRequestQuery,
  UpdatePrivacy,
  UpdateRightsRequest,
  WithdrawObjection,
} from '#contract/privacy';
import { Person } from '#contract/person';
import { Id } from '#contract/scalars';
import { decideClearing, listClearing } from '#usecases/rights/clearing';
import { exportPerson } from '#usecases/rights/export-person';
import { clearMentions, listMentions } from '#usecases/rights/mentions';
import { personRights } from '#usecases/rights/person-rights';
import { changePrivacy, readPrivacy } from '#usecases/rights/privacy-settings';
import { makeDocument, type MadeDocument } from '#usecases/rights/register';
import { changeRequest, createRequest, listRequests } from '#usecases/rights/requests';
import {
  askErasure,
  endRestriction,
  restrictPerson,
  undoErasure,
  withdrawObjection,
} from '#usecases/rights/restrict-person';
import { download } from '../download.ts';
import { managers, owners } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });
const asFile = ({ fileName, type, content }: MadeDocument) => download(fileName, type, content);

export const rightsRoutes = [
  route({
    method: 'GET',
    url: '/privacy',
    summary:
      'Requests, erasures that are waited for, the list of objections in numbers, what to clear, and the settings of it',
    roles: managers,
    schema: { response: Privacy },
    handler: (context) => readPrivacy(context),
  }),
  route({
    method: 'PATCH',
    url: '/privacy',
    summary: 'Changes how long people are kept, and to whom they write',
    roles: owners,
    schema: { body: UpdatePrivacy, response: Privacy },
    handler: (context, { body }) => changePrivacy(context, body),
  }),
  route({
    method: 'GET',
    url: '/privacy/requests',
    summary: 'What people asked for, open ones first by the day they are due',
    roles: managers,
    schema: { query: RightsRequestQuery, response: RightsRequestList },
    handler: (context, { query }) => listRequests(context, query.state ?? 'open'),
  }),
  route({
    method: 'POST',
    url: '/privacy/requests',
    summary: 'Writes down a request; it is due in a month',
    roles: managers,
    status: 201,
    schema: { body: CreateRightsRequest, response: RightsRequest },
    handler: (context, { body }) => createRequest(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/privacy/requests/:id',
    summary: 'Says whom a request is about, takes two months more, or closes it',
    roles: owners,
    schema: { params: ById, body: UpdateRightsRequest, response: RightsRequest },
    handler: (context, { params, body }) => changeRequest(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/privacy/clearing',
    summary: 'People with whom nobody spoke for long: proposed to be cleared',
    roles: owners,
    schema: { response: ClearingList },
    handler: (context) => listClearing(context),
  }),
  route({
    method: 'POST',
    url: '/privacy/clearing',
    summary: 'Puts them in the hold before an erasure, or keeps them with a reason',
    roles: owners,
    schema: { body: DecideClearing, response: ClearingDecided },
    handler: (context, { body }) => decideClearing(context, body),
  }),
  route({
    method: 'GET',
    url: '/privacy/register',
    summary: 'The record of processing (article 30) from the settings; what only the owner knows is marked',
    roles: owners,
    produces: 'text/html',
    schema: { query: DocumentQuery },
    handler: async (context, { query }) => asFile(await makeDocument(context, 'register', query)),
  }),
  route({
    method: 'GET',
    url: '/privacy/assessment',
    summary: 'A template for the assessment of legitimate interest; the judgement is the owner’s',
    roles: owners,
    produces: 'text/html',
    schema: { query: DocumentQuery },
    handler: async (context, { query }) => asFile(await makeDocument(context, 'assessment', query)),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/rights',
    summary: 'What stands on a person, what they asked, and what was done about it',
    roles: managers,
    schema: { params: ById, response: PersonRights },
    handler: (context, { params }) => personRights(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/export',
    summary:
      'Everything about a person: JSON, a card, or a page with the figures explained. Written down as handed over',
    roles: owners,
    produces: 'application/json',
    secretAnswer: true,
    schema: { params: ById, query: PersonExportQuery },
    handler: async (context, { params, query }) => asFile(await exportPerson(context, params.id, query)),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/restrict',
    summary: 'Kept, and not used: out of Today, ranking, Revive and still-to-gain',
    roles: owners,
    schema: { params: ById, response: Person },
    handler: (context, { params }) => restrictPerson(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/restriction/end',
    summary: 'In use again, as it was planned',
    roles: owners,
    schema: { params: ById, response: Person },
    handler: (context, { params }) => endRestriction(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/erase',
    summary: 'Erases a person after a hold of 30 days, or earlier when their request is due earlier',
    roles: owners,
    schema: { params: ById, body: AskErasure, response: Person },
    handler: (context, { params, body }) => askErasure(context, params.id, { objects: body.objects === true }),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/erase/undo',
    summary: 'Takes an erasure back within its hold',
    roles: owners,
    schema: { params: ById, response: Person },
    handler: (context, { params }) => undoErasure(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/mentions',
    summary: 'Texts about somebody else that name this person by the whole name, a mail address or a number',
    roles: owners,
    schema: { params: ById, response: Mentions },
    handler: (context, { params }) => listMentions(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/mentions/clear',
    summary: 'Takes the name, address or number of who will be erased out of those texts, for good',
    roles: owners,
    schema: { params: ById, body: ClearMentions, response: MentionsCleared },
    handler: (context, { params, body }) => clearMentions(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/objection/withdraw',
    summary: 'They want contact again, by a consent of their own; needs the reason',
    roles: owners,
    schema: { params: ById, body: WithdrawObjection, response: Person },
    handler: (context, { params, body }) => withdrawObjection(context, params.id, body.reason),
  }),
];
