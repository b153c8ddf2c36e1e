import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type TSchema } from 'typebox';
import { clockHeader } from '#contract/api-version';
import { closed } from '#contract/scalars';
import type { Context } from '#usecases/context';
import type { Identity } from '#usecases/identity/identity';
import type { MailTransport } from '#usecases/outbox/mail-transport';
import { authorize } from './authorize.ts';
import { coerceQuery } from './coerce-query.ts';
import { contentDisposition, isDownload } from './download.ts';
import { keyedRequest, once, type Answer } from './idempotency.ts';
import type { Policy } from './policy.ts';
import type { Route, Visit } from './route.ts';
import { readUpload } from './upload.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** A page for visitors (src/site), which is nobody's. */
    openToAll?: true;
  }
  interface FastifyRequest {
    /** Null on a route that is open to anyone. */
    member: Context | null;
  }
}

export type Surroundings = { identity: Identity; setupCode: string | null; transport: MailTransport };

/** Where a route names no fields it takes none: what is misspelt is refused there too. */
const nothing = Type.Object({}, closed);

/** Fastify's side of a route: authorisation first, then the schemas, then the use case, its answer and its idempotency. */
export function registerRoute(app: FastifyInstance, route: Route, surroundings: Surroundings): void {
  const { params, query = nothing } = route.schema;
  const takesBody = route.upload === undefined && route.method !== 'GET' && route.method !== 'DELETE';
  const body = route.schema.body ?? (takesBody ? nothing : undefined);
  const status = route.status ?? (route.schema.response === undefined && route.produces === undefined ? 204 : 200);
  app.route({
    method: route.method,
    url: route.url,
    config: { policy: route.policy },
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    schema: {
      summary: route.summary,
      ...bodySchema(route, body),
      querystring: query,
      ...(params === undefined ? {} : { params }),
      ...(route.schema.response === undefined ? {} : { response: { [status]: route.schema.response } }),
    },
    onRequest: async (request, reply) => {
      request.member = await app.whileRunning(member(surroundings.identity, route.policy, request, reply));
    },
    preValidation: async (request) => {
      request.query = coerceQuery(query, request.query);
      request.params = coerceQuery(params, request.params);
      // Where every field may be left out, so may the body; that of a form is read by the handler.
      if (request.body === undefined) request.body = {};
    },
    handler: async (request, reply) => {
      const upload =
        route.upload === undefined ? null : await readUpload(request, route.upload.maxBytes, body !== undefined);
      const bytes = route.bytes === true && request.body instanceof Readable ? request.body : null;
      const input = { body: request.body, query: request.query, params: request.params, upload, bytes };
      const visit = visitOf(surroundings, request, reply);
      const work = async (context: Context | null): Promise<Answer> => ({
        status,
        body: await route.run(context, input, visit),
      });
      const { answer, replayed } = await app.whileRunning(
        answered(route, request, upload === null && bytes === null, work),
      );
      if (replayed) void reply.header('idempotency-replayed', 'true');
      return send(reply, answer);
    },
  });
}

async function member(
  identity: Identity,
  policy: Policy,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context | null> {
  const authorized = await authorize(identity, policy, request);
  if (authorized === null) return null;
  for (const cookie of authorized.setCookies) void reply.header('set-cookie', cookie);
  const { databases, now, newId } = identity;
  return { databases, actor: authorized.actor, now, newId };
}

/** A file has its own guard against coming twice (its hash, or the id that it is given), and its body is not at hand to compare. */
async function answered(
  route: Route,
  request: FastifyRequest,
  isJson: boolean,
  work: (context: Context | null) => Promise<Answer>,
): Promise<{ answer: Answer; replayed: boolean }> {
  if (request.member === null || route.method === 'GET' || route.secretAnswer || !isJson) {
    return { answer: await work(request.member), replayed: false };
  }
  const keyed = keyedRequest(request.headers['idempotency-key'], route.method, request.url, request.body);
  return keyed === null ? { answer: await work(request.member), replayed: false } : once(request.member, keyed, work);
}

function send(reply: FastifyReply, { status, body }: Answer): unknown {
  void reply.code(status);
  if (!isDownload(body)) return reply.send(status === 204 ? undefined : body);
  void reply.type(body.type).header('content-disposition', contentDisposition(body.fileName));
  if (body.size !== undefined) void reply.header('content-length', body.size);
  return reply.send(body.content);
}

function visitOf(
  { identity, setupCode, transport }: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
): Visit {
  return {
    identity,
    setupCode,
    transport,
    address: request.ip,
    userAgent: request.headers['user-agent'],
    clock: clockOf(request.headers[clockHeader]),
    cookie: request.headers.cookie,
    setCookies: (cookies) => cookies.forEach((cookie) => void reply.header('set-cookie', cookie)),
  };
}

/** What is no instant is no clock: the server's own then counts. */
function clockOf(header: string | string[] | undefined): Date | null {
  const clock = typeof header === 'string' ? new Date(header) : null;
  return clock === null || Number.isNaN(clock.getTime()) ? null : clock;
}

/** Beside a file the JSON body is one of two media types, and only then is it held against its schema. */
function bodySchema(route: Route, body: TSchema | undefined): { body?: unknown; consumes?: string[] } {
  if (route.bytes === true) {
    const json = body === undefined ? {} : { 'application/json': { schema: body } };
    // Not held against anything: it is not read yet.
    return { body: { content: { ...json, 'application/octet-stream': { schema: {} } } } };
  }
  if (route.upload === undefined) return body === undefined ? {} : { body };
  const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  return {
    body: {
      content: {
        ...(body === undefined ? {} : { 'application/json': { schema: body } }),
        'multipart/form-data': { schema: file },
      },
    },
  };
}
