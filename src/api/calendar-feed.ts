import type { FastifyInstance } from 'fastify';
import type { Identity } from '#usecases/identity/identity';
import { readFeed } from '#usecases/calendar/read-feed';

/**
 * A member's calendar as a feed, at an address that is itself the key: programs that read calendars send nothing else along. It stands in no
 * log (main/log.ts), and tells a stranger nothing.
 */
export function addCalendarFeed(app: FastifyInstance, identity: Identity): void {
  app.get<{ Params: { token: string } }>(
    '/calendar/:token(^[A-Za-z0-9_-]+$).ics',
    { config: { policy: 'anyone' } },
    async (request, reply) => {
      const feed = await app.whileRunning(readFeed(identity, request.params.token));
      void reply.header('cache-control', 'private, no-cache');
      if (feed === null) return reply.code(404).type('text/plain; charset=utf-8').send('No calendar here.\n');
      const tag = `"${feed.tag}"`;
      // HTTP knows seconds.
      const changedAt = Math.floor(feed.changedAt.getTime() / 1000) * 1000;
      void reply.header('etag', tag).header('last-modified', new Date(changedAt).toUTCString());
      const { 'if-none-match': known, 'if-modified-since': since } = request.headers;
      const unchanged = known === undefined ? since !== undefined && Date.parse(since) >= changedAt : known === tag;
      if (unchanged) return reply.code(304).send();
      return reply.type('text/calendar; charset=utf-8').send(feed.text);
    },
  );
}
