import { SignIn } from '#contract/session';
import { Me, Session, Setup, SetupState } from '#contract/workspace';
import type { Context } from '#usecases/context';
import { readSession } from '#usecases/identity/read-session';
import { readSetupState, setUp } from '#usecases/identity/set-up';
import { signIn, type SignedIn } from '#usecases/identity/sign-in';
import { signOut } from '#usecases/identity/sign-out';
import { readMe } from '#usecases/settings/me';
import { openRoute, type Visit } from '../route.ts';

export const sessionRoutes = [
  openRoute({
    method: 'GET',
    url: '/session',
    summary: 'Who is signed in here, or nobody: what the screens ask first',
    schema: { response: Session },
    handler: async ({ identity, cookie, setCookies }) => {
      const { me, cookies } = await readSession(identity, cookie);
      setCookies(cookies);
      return { me };
    },
  }),
  openRoute({
    method: 'GET',
    url: '/setup',
    summary: 'Whether the first visit is still to come',
    schema: { response: SetupState },
    handler: ({ identity, setupCode }) => readSetupState(identity, setupCode),
  }),
  openRoute({
    method: 'POST',
    url: '/setup',
    summary: 'The first visit: makes the owner and the workspace, and signs in',
    schema: { body: Setup, response: Me },
    handler: async (visit, { body }) => entered(visit, await setUp(visit.identity, body, visit.setupCode, visit)),
  }),
  openRoute({
    method: 'POST',
    url: '/sign-in',
    summary: 'Signs in with e-mail address and password; the session is a cookie',
    schema: { body: SignIn, response: Me },
    handler: async (visit, { body }) => entered(visit, await signIn(visit.identity, body, visit)),
  }),
  openRoute({
    method: 'POST',
    url: '/sign-out',
    summary: 'Ends the session',
    schema: {},
    handler: async ({ identity, cookie, setCookies }) => setCookies(await signOut(identity, cookie)),
  }),
];

async function entered({ identity, setCookies }: Visit, { actor, cookies }: SignedIn) {
  const { databases, now, newId } = identity;
  const context: Context = { databases, actor, now, newId };
  const me = await readMe(context);
  setCookies(cookies);
  return me;
}
