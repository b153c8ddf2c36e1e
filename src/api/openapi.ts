import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#contract/problem';

/** OpenAPI 3.1 from the very schemas that the routes are held to, at /api/openapi.json. */
export async function addOpenApi(app: FastifyInstance, appUrl: string, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Aanhouder',
        version,
        description:
          'Sales follow-up that always knows the next contact moment. Errors are application/problem+json with a stable `code`. A write may carry `Idempotency-Key`: the same request again gets the same answer and is done once. Signed in by cookie, a write needs the header `x-aanhouder: 1`.',
      },
      servers: [{ url: appUrl }],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API token (`aan_…`), made under Settings or with `aanhouder token create`.',
          },
          session: { type: 'apiKey', in: 'cookie', name: 'aanhouder.session_token' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...schema,
        tags: [tagOf(url)],
        hide: !url.startsWith('/api/v1'),
        ...(route.config?.policy === 'anyone' ? { security: [] } : {}),
        response: {
          ...(typeof schema?.response === 'object' ? schema.response : { 204: { type: 'null', description: 'Done.' } }),
          default: {
            description: 'A refusal (RFC 9457).',
            content: { 'application/problem+json': { schema: Problem } },
          },
        },
      },
    }),
  });
  app.get('/api/openapi.json', { config: { policy: 'anyone' } }, () => app.swagger());
}

function tagOf(url: string): string {
  return url.split('/')[3] ?? '';
}
