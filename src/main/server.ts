import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { hasNoUser } from '#db/identity/account';
import { jobs } from '#jobs/registry';
import { startJobs } from '#jobs/runner';
import { watchInbox } from '#jobs/watch-inbox';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { StartRefused } from '#db/start-refused';
import { mailboxTransport } from '#usecases/mailbox/mailbox-transport';
import { firstOf } from '#usecases/outbox/mail-transport';
import { openPostOffice, startPostOffice } from '#usecases/outbox/post-office';
import { pushSender } from '#usecases/push/push-sender';
import type { Identity } from '#usecases/identity/identity';
import { publicLinks } from '#usecases/public-page/links';
import type { Env } from './env.ts';
import { hostTransport } from './host-mail.ts';
import { logTo } from './log.ts';
import { postPush } from './post-push.ts';
import { publicSite } from './public-site.ts';
import { version } from './version.ts';

export type Server = { url: string; setupCode: string | null; close(): Promise<void> };

/** Listens. `identity` is opened while the web layer loads, as either takes most of the time of a start. */
export async function startServer(env: Env, open: () => Promise<Identity>): Promise<Server> {
  const [{ buildApp }, identity] = await Promise.all([import('#api/app'), open()]);
  const setupCode = env.loopback ? null : newSetupCode();
  const { databases, now, newId } = identity;
  const links = publicLinks(identity.secret, env.appUrl);
  const site = publicSite({
    world: { databases, now, newId, links },
    webFolder: fileURLToPath(webFolder),
    readOnly: env.readOnly,
    failed: (error, workspaceId) => failed('public pages', error, { workspaceId }),
  });
  // A member's own mailbox goes before the host's server, where there is one.
  const transport = firstOf([mailboxTransport(identity, identity.outside), hostTransport(env.mail)]);
  const app = await buildApp({
    identity,
    setupCode,
    trustedProxies: env.trustedProxies,
    webFolder: fileURLToPath(webFolder),
    version,
    transport,
    logger: logTo(process.stderr, env.logLevel),
    readOnly: env.readOnly,
    parts: [site.add],
  });
  const failed = (job: string, error: unknown, about = {}) =>
    app.log.error({ err: error, job, ...about }, 'A job failed.');
  await listen(app, env);
  const needed = setupCode !== null && (await hasNoUser(identity.databases.auth));
  const sendPush = pushSender(identity.secret, env.appUrl, postPush);
  const post = {
    databases,
    now,
    newId,
    transport,
    failed: (error: unknown, about: object) => failed('send mail', error, about),
  };
  // Nothing comes round by itself while nothing may change, and nothing is sent.
  const postOffice = env.readOnly ? openPostOffice(post, { hears: false }) : await startPostOffice(post);
  const running = startJobs(env.readOnly ? [] : jobs, {
    databases,
    now,
    newId,
    dataFolder: env.dataFolder,
    failed,
    sendPush,
    outside: identity.outside,
    postOffice,
    publicLinks: links,
  });
  // Nothing is taken in while nothing may be changed.
  const watching = env.readOnly ? null : watchMailboxes({ databases, now, newId, failed }, identity.outside);
  const inbox =
    env.inbox && !env.readOnly && watchInbox({ databases, now, newId, failed }, identity.outside.egress, env.inbox);
  return {
    url: env.appUrl,
    setupCode: needed ? setupCode : null,
    close: async () => {
      await Promise.all([running.stop(), watching?.stop(), inbox && inbox.stop(), app.close(), postOffice.close()]);
      await site.settled();
    },
  };
}

// From src/main in development as from dist/<folder> when built.
const webFolder = new URL('../../dist/web', import.meta.url);

async function listen(app: FastifyInstance, { host, port }: Env): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'EADDRINUSE') {
      throw new StartRefused(
        'port_in_use',
        `Port ${port} is in use by another program, perhaps an Aanhouder that still runs.`,
        `Stop that one, or choose another port: AANHOUDER_PORT=${port + 1} npm start`,
        error,
      );
    }
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES' || error.code === 'ENOTFOUND') {
      throw new StartRefused(
        'setting_invalid',
        `The server cannot listen on ${host}, port ${port} (${error.code}).`,
        'Look at AANHOUDER_HOST and AANHOUDER_PORT.',
        error,
      );
    }
    throw error;
  }
}

/** 40 bits, read from the screen of the server: without letters and digits that look alike. */
function newSetupCode(): string {
  const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const letters = Array.from({ length: 8 }, () => signs[randomInt(signs.length)] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
