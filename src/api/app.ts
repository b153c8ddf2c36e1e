import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { apiVersion, apiVersionHeader } from '#contract/api-version';
import { AppError } from '#contract/app-error';
import type { Identity } from '#usecases/identity/identity';
import { type MailTransport, nothingConnected } from '#usecases/outbox/mail-transport';
import { addCalendarFeed } from './calendar-feed.ts';
import { addContacts } from './contacts/carddav.ts';
import { addDocsPage } from './docs-page.ts';
import { addHealth } from './health.ts';
import { sendProblem } from './http-errors.ts';
import { addOpenApi } from './openapi.ts';
import { registerRoute } from './register-route.ts';
import { addRunningWork } from './running-work.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { setSchemaCompilers } from './schema-compilers.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { addWebFiles } from './web-files.ts';
import { zipAnswers } from './zip-answers.ts';

export type AppOptions = {
  identity: Identity;
  /** Asked for at the first visit, when others than this machine can reach the server. */
  setupCode: string | null;
  /** Addresses or ranges of proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: readonly string[];
  /** Built web app; without an index.html in it only the API is served. */
  webFolder: string;
  version: string;
  /** By what mail goes; nothing without it. */
  transport?: MailTransport;
  logger: FastifyServerOptions['logger'];
  /** Tests hold every answer against its schema. */
  checkAnswer?: (schema: TSchema, answer: unknown, place: string) => void;
  /** Only somebody's wish to hear no more is written; the rest is refused with `read_only`. */
  readOnly?: boolean;
  /** What main puts beside the API (the public pages). */
  parts?: readonly ((app: FastifyInstance) => Promise<void>)[];
  /** Only tests add routes. */
  moreRoutes?: readonly Route[];
};

/** A visitor, by address, for what can be guessed at: signing in and the first set-up. */
const guessing = { max: 30, timeWindow: 60_000 };
const guessable: ReadonlySet<string> = new Set(['/api/v1/sign-in', '/api/v1/setup']);

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { identity, setupCode, transport = nothingConnected } = options;
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    genReqId: () => identity.newId(),
    // A request in flight is finished at the end (server.ts); connections without one are closed at once.
    forceCloseConnections: 'idle',
  });

  setSchemaCompilers(app);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.decorateRequest('member', null);
  addRunningWork(app);
  // A body is JSON or a form. Text would pass by the schemas of a route that takes either.
  app.removeContentTypeParser('text/plain');
  denyByDefault(app);
  await addSecurityHeaders(app, identity.appUrl);
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('too_many_requests', { facts: { retryAfterSeconds: Math.ceil(ttl / 1000) } }),
  });
  await app.register(multipart);
  await addOpenApi(app, identity.appUrl, options.version);
  await app.register(
    async (api) => {
      api.addHook('onSend', async (_request, reply) => {
        void reply.header('cache-control', 'no-store').header(apiVersionHeader, String(apiVersion));
      });
      // As it comes in, for the routes that take bytes; anywhere else it is no body that a schema takes.
      api.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
      zipAnswers(api);
      if (options.readOnly === true) refuseWrites(api);
      for (const route of [...routes, ...(options.moreRoutes ?? [])]) {
        registerRoute(api, checked(route, options.checkAnswer), { identity, setupCode, transport });
      }
    },
    { prefix: '/api/v1' },
  );
  for (const part of options.parts ?? []) await part(app);
  addDocsPage(app);
  addHealth(app, identity.databases, transport);
  addCalendarFeed(app, identity);
  addContacts(app, identity);
  await addWebFiles(app, options.webFolder);
  return app;
}

/** Signing in to look, and what nobody may be kept waiting with: they want no contact. */
const whileReadOnly: ReadonlySet<string> = new Set([
  '/api/v1/sign-in',
  '/api/v1/sign-out',
  '/api/v1/persons/:id/object',
  '/api/v1/consents/:id/withdraw',
]);

/** Before who asks is looked at: a read-only program says so to everybody. */
function refuseWrites(api: FastifyInstance): void {
  api.addHook('onRequest', async ({ method, routeOptions }) => {
    if (method === 'GET' || method === 'HEAD' || whileReadOnly.has(routeOptions.url ?? '')) return;
    throw new AppError('read_only', { detail: 'There is maintenance: nothing can be changed (AANHOUDER_READ_ONLY).' });
  });
}

const webFiles: ReadonlySet<string> = new Set(['/', '/*']);

/** A route without a declared policy fails the start: nobody forgets it (promises.md, access control). */
function denyByDefault(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (guessable.has(route.url) && route.method === 'POST') route.config = { ...route.config, rateLimit: guessing };
    if (route.config?.policy !== undefined || route.config?.openToAll === true || webFiles.has(route.url)) return;
    throw new Error(`${String(route.method)} ${route.url} does not say who may call it (policy.ts).`);
  });
}

function checked(route: Route, check: AppOptions['checkAnswer']): Route {
  const { response } = route.schema;
  if (check === undefined || response === undefined) return route;
  return {
    ...route,
    async run(context, input, visit) {
      const answer = await route.run(context, input, visit);
      check(response, answer, `${route.method} ${route.url}`);
      return answer;
    },
  };
}
