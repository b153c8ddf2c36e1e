import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problemOf } from './http-errors.ts';

const year = 31_536_000;

/**
 * The web app. What lies under /assets has a hash in its name and never changes; the rest is asked for again each time. Any other
 * address that is no part of the API is a screen, so it gets the page (the app itself knows its addresses).
 */
export async function addWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const present = existsSync(`${folder}/index.html`);
  if (present) {
    await app.register(fastifyStatic, {
      root: folder,
      index: ['index.html'],
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        const lasting = path.startsWith(`${folder}/assets/`);
        void reply.header('cache-control', lasting ? `public, max-age=${year}, immutable` : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = present && (request.method === 'GET' || request.method === 'HEAD') && isScreen(request.url);
    if (page) return reply.sendFile('index.html');
    return reply
      .code(404)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf('not_found', { detail: 'There is nothing at this address.' })));
  });
}

/** A file that is gone (an old asset) is not found; a screen has no extension. */
function isScreen(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return path !== '/api' && !path.startsWith('/api/') && !/\.[a-z0-9]{1,8}$/i.test(path);
}
