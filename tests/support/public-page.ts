import { inWorkspace } from '#db/transaction';
import { confirm } from '#usecases/public-page/confirm';
import { openPage, type ShownPage } from '#usecases/public-page/open-page';
import { handleSignUps, signUp } from '#usecases/public-page/sign-up';
import type { House, Workspace } from './house.ts';

/** The public page of a workspace, switched on. */
export async function aPublicPage(
  house: House,
  { api }: Workspace,
  wish: Record<string, unknown> & { slug: string },
): Promise<ShownPage> {
  const { body } = await api.get('/public-page');
  const { status, text } = await api.patch('/public-page', { version: body.version, isOn: true, ...wish });
  if (status !== 200) throw new Error(`There is no page: ${status} ${text}`);
  const page = await openPage(house.world, wish.slug, null);
  if (!page) throw new Error('the page just switched on is not there');
  return page;
}

export type SignUpWish = { email: string; name?: string; module?: boolean; tips?: boolean; language?: 'nl' | 'en' };

/** What a visitor fills in, worked on. Answers the sign-up's id. */
export async function aSignUp(house: House, page: ShownPage, wish: SignUpWish): Promise<string> {
  await signUp(house.world, page, {
    name: '',
    module: true,
    tips: false,
    language: 'nl',
    address: `https://example.com/p/${page.slug}/nl`,
    ip: '203.0.113.7',
    userAgent: 'Tests',
    ...wish,
  });
  await handleSignUps(house.world, page.workspaceId);
  const row = await inWorkspace(house.databases, page.workspaceId, (tx) =>
    tx.db.selectFrom('sign_up').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  );
  return row.id;
}

export const confirmToken = ({ world }: House, workspaceId: string, signUpId: string): string =>
  world.links.token('confirm', workspaceId, signUpId);

/** Signed up and confirmed; `token`: of their own page. */
export async function aSubscriber(
  house: House,
  workspace: Workspace,
  { slug, ...wish }: SignUpWish & { slug: string },
): Promise<{ id: string; personId: string; token: string }> {
  const page = (await openPage(house.world, slug, null)) ?? (await aPublicPage(house, workspace, { slug }));
  const signUpId = await aSignUp(house, page, wish);
  const state = await confirm(house.world, confirmToken(house, workspace.id, signUpId));
  if (state.kind !== 'confirmed') throw new Error(`not confirmed: ${state.kind}`);
  const row = await inWorkspace(house.databases, workspace.id, (tx) =>
    tx.db
      .selectFrom('subscriber')
      .select(['id', 'person_id'])
      .where('email', '=', wish.email)
      .executeTakeFirstOrThrow(),
  );
  return { id: row.id, personId: row.person_id, token: state.courseUrl.split('/').at(-1) ?? '' };
}

export type Posted = {
  cause: string;
  kind: string;
  state: string;
  to_address: string;
  subject: string;
  text: string;
  html: string | null;
  unsubscribe_url: string | null;
};

/** Everything that was queued for this address, in its order. */
export function postFor({ databases }: House, workspaceId: string, address: string): Promise<Posted[]> {
  return inWorkspace(databases, workspaceId, (tx) =>
    tx.db
      .selectFrom('outbox')
      .select(['cause', 'kind', 'state', 'to_address', 'subject', 'text', 'html', 'unsubscribe_url'])
      .where('to_address', '=', address)
      .orderBy('id')
      .execute(),
  );
}

/** A browser without a cookie, at this address of the internet. */
export function visitorOf({ app, world }: House, ip = '203.0.113.7') {
  const call = async (method: 'GET' | 'POST', url: string, payload?: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: ip,
      headers: payload === undefined ? headers : { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };
  return {
    get: (url: string, headers?: Record<string, string>) => call('GET', url, undefined, headers),
    /** With the stamp of a form that was opened five seconds ago, unless one is given. */
    post: (url: string, form: Record<string, string> = {}, headers?: Record<string, string>) =>
      call(
        'POST',
        url,
        new URLSearchParams({
          stamp: world.links.formStamp(new Date(world.now().getTime() - 5000)),
          ...form,
        }).toString(),
        headers,
      ),
    send: call,
  };
}
