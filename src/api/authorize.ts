import type { FastifyRequest } from 'fastify';
import { AppError } from '#contract/app-error';
import type { Actor } from '#usecases/context';
import { authenticate } from '#usecases/identity/authenticate';
import type { Identity } from '#usecases/identity/identity';
import type { Policy } from './policy.ts';
import { isSameOrigin } from './same-origin.ts';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);

export type Authorized = { actor: Actor; setCookies: string[] };

/** Decided before the body is read: a refused request changes nothing and costs nothing. Null: the route is open to anyone. */
export async function authorize(
  identity: Identity,
  policy: Policy,
  request: FastifyRequest,
): Promise<Authorized | null> {
  const { authorization, cookie, origin } = request.headers;
  const writes = !reading.has(request.method);
  if (policy === 'anyone') {
    // Also without a cookie: a page elsewhere must not set up a fresh server on this machine, or sign us in as somebody else.
    if (writes && !isSameOrigin(origin, identity.appUrl)) throw wrongOrigin();
    return null;
  }
  const found = await authenticate(identity, { authorization, cookie });
  if (found === null)
    throw new AppError('not_signed_in', {
      detail: 'Sign in, or send a token that is valid: Authorization: Bearer …',
    });
  if (found.by === 'cookie' && writes) {
    if (!isSameOrigin(origin, identity.appUrl)) throw wrongOrigin();
    if (request.headers['x-aanhouder'] !== '1') {
      throw new AppError('forbidden', {
        at: 'x-aanhouder',
        detail: 'Send the header x-aanhouder: 1, or use an API token.',
      });
    }
  }
  if (!policy.includes(found.actor.role)) {
    throw new AppError('forbidden', { detail: `Your role (${found.actor.role}) may not do this.` });
  }
  return { actor: found.actor, setCookies: found.setCookies };
}

function wrongOrigin(): AppError {
  return new AppError('forbidden', { at: 'origin', detail: 'This page is not of this address (APP_URL).' });
}
