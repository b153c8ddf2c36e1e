import type { FastifyInstance } from 'fastify';
import type { Databases } from '#db/connect';
import { checkSchema } from '#db/migrate';
import type { MailTransport } from '#usecases/outbox/mail-transport';

/** Nobody's: whether the host has a mail server of its own is the same for everybody. */
const ofTheHost = { workspaceId: '', memberId: null };

/**
 * /healthz: the process answers. /readyz: the database does too, and its schema is of this version; `mail` says whether the host has a mail
 * server, without which mail waits. Neither tells anything else.
 */
export function addHealth(app: FastifyInstance, databases: Databases, transport: MailTransport): void {
  app.get('/healthz', { config: { policy: 'anyone' }, logLevel: 'silent' }, () => ({ status: 'ok' }));
  app.get('/readyz', { config: { policy: 'anyone' }, logLevel: 'silent' }, async (_request, reply) => {
    try {
      await checkSchema(databases.app);
      await databases.authPool.query('select 1');
      const mail = (await transport.senderFor(ofTheHost)) === null ? 'none' : 'ready';
      return { status: 'ready', mail };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
