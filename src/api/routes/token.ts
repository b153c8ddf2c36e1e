import { Type } from 'typebox';
import { Id } from '#contract/scalars';
import { CreateToken, TokenCreated, TokenList } from '#contract/workspace';
import { createToken, listTokens, revokeToken } from '#usecases/identity/token';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

export const tokenRoutes = [
  route({
    method: 'GET',
    url: '/tokens',
    summary: 'My API tokens, without the tokens themselves',
    roles: readers,
    schema: { response: TokenList },
    handler: (context) => listTokens(context),
  }),
  route({
    method: 'POST',
    url: '/tokens',
    summary: 'Makes an API token; this answer is the only place where it is shown',
    roles: workers,
    status: 201,
    secretAnswer: true,
    schema: { body: CreateToken, response: TokenCreated },
    handler: (context, { body }) => createToken(context, body.name),
  }),
  route({
    method: 'DELETE',
    url: '/tokens/:id',
    summary: 'Ends a token',
    roles: workers,
    schema: { params: Type.Object({ id: Id }) },
    handler: (context, { params }) => revokeToken(context, params.id),
  }),
];
