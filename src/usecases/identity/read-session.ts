import type { Me } from '#contract/workspace';
import { readMe } from '../settings/me.ts';
import { authenticate } from './authenticate.ts';
import type { Identity } from './identity.ts';

/** Who is signed in by this cookie, or nobody: no refusal, as a first visit is nothing gone wrong. */
export async function readSession(
  identity: Identity,
  cookie: string | undefined,
): Promise<{ me: Me | null; cookies: string[] }> {
  const found = await authenticate(identity, { authorization: undefined, cookie });
  if (found === null) return { me: null, cookies: [] };
  const { databases, now, newId } = identity;
  return { me: await readMe({ databases, actor: found.actor, now, newId }), cookies: found.setCookies };
}
