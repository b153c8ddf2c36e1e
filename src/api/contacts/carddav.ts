import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressBookRequest } from '#files/dav/address-book-request';
import { dav } from '#files/dav/xml-tree';
import { openAddressBook, type AddressBook } from '#usecases/contacts/address-book';
import type { Identity } from '#usecases/identity/identity';
import { cards, changes, places } from './answers.ts';
import { idOf } from './places.ts';

const config = { policy: 'anyone' } as const;
/** Of a request: more hrefs than any telephone asks at once. */
const bodyLimit = 1_048_576;
const changing = ['PUT', 'POST', 'DELETE', 'PATCH', 'PROPPATCH', 'MKCOL', 'MOVE', 'COPY', 'LOCK', 'UNLOCK'] as const;
const extra = ['PROPFIND', 'REPORT', 'PROPPATCH', 'MKCOL', 'MOVE', 'COPY', 'LOCK', 'UNLOCK'] as const;

/**
 * One's people for a telephone (CardDAV, RFC 6352), for reading only. Who asks is known by a password of their own (HTTP Basic); everything
 * that would change something is refused. Answers are sent as they are read, a page in memory.
 */
export function addContacts(app: FastifyInstance, identity: Identity): void {
  for (const method of extra) app.addHttpMethod(method, { hasBody: true });
  void app.register(async (signs) => {
    takeAnyText(signs);
    for (const url of ['/.well-known/carddav', '/carddav'])
      signs.route({
        method: ['GET', 'PROPFIND'],
        url,
        config,
        handler: (_request, reply) => reply.redirect('/carddav/', 301),
      });
  });
  void app.register(async (books) => {
    takeAnyText(books);
    const people = new WeakMap<FastifyRequest, AddressBook>();
    books.addHook('onRequest', async (request, reply) => {
      void reply.header('dav', '1, 3, addressbook').header('cache-control', 'private, no-cache');
      if (request.method === 'OPTIONS') return;
      const opened = await app.whileRunning(openAddressBook(identity, request.headers.authorization));
      if (opened !== null) return void people.set(request, opened);
      return reply
        .code(401)
        .header('www-authenticate', 'Basic realm="Aanhouder", charset="UTF-8"')
        .type('text/plain; charset=utf-8')
        .send('A password of this telephone is needed: Aanhouder, Settings, Calendar and phone.\n');
    });
    const url = '/carddav/*';
    const asked = (request: FastifyRequest): AddressBook => {
      const found = people.get(request);
      if (found === undefined) throw new Error('An address book was reached by nobody.');
      return found;
    };
    books.route({
      method: 'OPTIONS',
      url,
      config,
      handler: (_request, reply) => reply.header('allow', 'OPTIONS, GET, HEAD, PROPFIND, REPORT').code(200).send(),
    });
    books.route({
      method: 'PROPFIND',
      url,
      config,
      handler: async (request, reply) => {
        const wish = addressBookRequest(bodyOf(request));
        if (wish?.kind !== 'propfind') return reply.code(400).send();
        const deep = request.headers['depth'] === '1';
        const answer = await places(asked(request), pathOf(request), wish.props, deep);
        return answer === null ? reply.code(404).send() : sendStatus(reply, answer);
      },
    });
    books.route({
      method: 'REPORT',
      url,
      config,
      handler: async (request, reply) => {
        const wish = addressBookRequest(bodyOf(request));
        if (wish === null || wish.kind === 'propfind') return refused(reply, 'supported-report');
        if (wish.kind !== 'sync') return sendStatus(reply, cards(asked(request), wish));
        const answer = await changes(asked(request), wish);
        return answer === null ? refused(reply, 'valid-sync-token') : sendStatus(reply, answer);
      },
    });
    books.route({
      method: 'GET',
      url,
      config,
      handler: async (request, reply) => {
        const id = idOf(pathOf(request));
        const [card] = id === null ? [] : await asked(request).some([id]);
        if (card === undefined) return reply.code(404).send();
        void reply.header('etag', `"${card.tag}"`);
        if (request.headers['if-none-match'] === `"${card.tag}"`) return reply.code(304).send();
        return reply.type('text/vcard; charset=utf-8').send(card.card);
      },
    });
    books.route({
      method: [...changing],
      url,
      config,
      handler: (_request, reply) => refused(reply, 'need-privileges'),
    });
  });
}

/** Whatever a telephone calls it: XML under several names, and cards in what is refused anyway. */
function takeAnyText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
}

const bodyOf = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '');
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

function sendStatus(reply: FastifyReply, answer: AsyncIterable<string>): FastifyReply {
  return reply
    .code(207)
    .type('application/xml; charset=utf-8')
    .send(Readable.from(answer, { objectMode: false }));
}

/** The condition that was not met (RFC 4918, 16). */
function refused(reply: FastifyReply, condition: string): FastifyReply {
  return reply
    .code(403)
    .type('application/xml; charset=utf-8')
    .send(`<?xml version="1.0" encoding="utf-8"?>\n<D:error xmlns:D="${dav}"><D:${condition}/></D:error>\n`);
}
