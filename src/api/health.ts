import type { FastifyInstance } from 'fastify';
import type { Databases } from '#db/connect';
import { checkSchema } from '#db/migrate';

/** /healthz: the process answers. /readyz: the database does too, and its schema is of this version. Neither tells anything else. */
export function addHealth(app: FastifyInstance, databases: Databases): void {
  app.get('/healthz', { config: { policy: 'anyone' }, logLevel: 'silent' }, () => ({ status: 'ok' }));
  app.get('/readyz', { config: { policy: 'anyone' }, logLevel: 'silent' }, async (_request, reply) => {
    try {
      await checkSchema(databases.app);
      await databases.authPool.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
