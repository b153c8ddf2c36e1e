import { Type } from 'typebox';
import {
  AnswerBasis,
  BasisAnswered,
  BasisPreview,
  BasisQuery,
  Consent,
  ConsentGiven,
  ConsentList,
  GiveConsent,
  OverrideWarning,
  Permission,
  PermissionList,
  PermissionQuery,
  WithdrawConsent,
} from '#contract/permission';
import { Id } from '#contract/scalars';
import { answerBasis, previewBasis } from '#usecases/permission/answer-basis';
import { askPermission } from '#usecases/permission/ask-permission';
import { giveConsent, listConsents, withdrawConsent } from '#usecases/permission/consents';
import { overrideWarning } from '#usecases/permission/override-warning';
import { managers, readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const permissionRoutes = [
  route({
    method: 'GET',
    url: '/persons/:id/permission',
    summary: 'May I contact this person, by which channel, for what, when, and why',
    roles: readers,
    schema: { params: ById, query: PermissionQuery, response: PermissionList },
    handler: (context, { params, query }) => askPermission(context, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/permission/overrides',
    summary: 'Goes on in spite of a warning, with a reason; never in spite of a block',
    roles: workers,
    status: 201,
    schema: { params: ById, body: OverrideWarning, response: Permission },
    handler: (context, { params, body }) => overrideWarning(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/consents',
    summary: 'What they allowed, with the exact words, withdrawn or not',
    roles: readers,
    schema: { params: ById, response: ConsentList },
    handler: async (context, { params }) => ({ items: await listConsents(context, params.id) }),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/consents',
    summary: 'Records a proof that a channel may be used',
    roles: workers,
    status: 201,
    schema: { params: ById, body: GiveConsent, response: ConsentGiven },
    handler: (context, { params, body }) => giveConsent(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/consents/:id/withdraw',
    summary: 'They take it back; it stays as history',
    roles: workers,
    schema: { params: ById, body: WithdrawConsent, response: Consent },
    handler: (context, { params, body }) => withdrawConsent(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/basis',
    summary: 'People of whom nobody said where they are known from, and what an answer would open',
    roles: readers,
    schema: { query: BasisQuery, response: BasisPreview },
    handler: (context, { query }) => previewBasis(context, query),
  }),
  route({
    method: 'POST',
    url: '/basis',
    summary: 'Answers for them, so many at once',
    roles: managers,
    schema: { body: AnswerBasis, response: BasisAnswered },
    handler: (context, { body }) => answerBasis(context, body),
  }),
];
