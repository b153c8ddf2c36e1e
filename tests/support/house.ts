import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { buildApp, type AppOptions } from '#api/app';
import type { Role } from '#core/opportunity/vocabulary';
import type { Databases } from '#db/connect';
import { insertMembership, insertUser } from '#db/identity/account';
import { insertMember } from '#db/member';
import { inWorkspace } from '#db/transaction';
import type { Context } from '#usecases/context';
import { openIdentity, type Identity } from '#usecases/identity/identity';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '#usecases/secret/vault';
import type { Outside } from '#usecases/identity/outside';
import { makeWorkspace } from '#usecases/identity/make-workspace';
import { createToken } from '#usecases/identity/token';
import { publicLinks } from '#usecases/public-page/links';
import type { PublicWorld } from '#usecases/public-page/public-world';
import { addSite } from '#site/site';
import { checkAnswer } from './check-answer.ts';
import { cloneDatabase, databasesOn, type Clone } from './clone-database.ts';
import { apiOf, type Api } from './client.ts';
import { verbsOf, type Verbs } from './verbs.ts';

export type Workspace = Verbs & {
  id: string;
  memberId: string;
  email: string;
  token: string;
  /** As its owner, by token. */
  api: Api;
  /** For calling a use case directly. */
  context: Context;
};

export type Member = { memberId: string; userId: string; token: string; api: Api; context: Context };

/** The program on a database of its own, with a clock that stands still until it is moved. */
export type House = {
  app: FastifyInstance;
  databases: Databases;
  identity: Identity;
  clone: Clone;
  /** What the public pages and their jobs get. A page sets nothing going here by itself: a test says when. */
  world: PublicWorld;
  now(): Date;
  /** `2026-11-24T09:00:00Z`, or a Date. */
  setNow(instant: string | Date): void;
  /** `null`: without signing in. `address`: where the request comes from, 127.0.0.1. */
  api(token: string | null, address?: string): Api;
  aWorkspace(wish?: { email?: string; name?: string; workspace?: string }): Promise<Workspace>;
  /** A colleague in it, with a token; signs in with `<userId>@example.com` and the same password. */
  aMember(workspace: Workspace, role: Role, name?: string): Promise<Member>;
  close(): Promise<void>;
};

/** The password of every account that aWorkspace() makes. */
export const password = 'een lange zin om in te komen';
/** A Tuesday, 10:00 in Amsterdam. */
export const startOfTests = '2026-11-24T09:00:00Z';

const tokens = Buffer.from(JSON.stringify({ access_token: 'toegang', refresh_token: 'verversing', expires_in: 3600 }));

/** To the internet alone; with an inbox of the host, and a provider that says yes to everybody. */
const testOutside: Outside = {
  egress: openEgress(),
  vault: openVault(['a key that is only for tests, and long']),
  inbox: 'inbox@host.example',
  oauth: {
    google: {
      clientId: 'aanhouder',
      clientSecret: 'geheim-van-de-host',
      ask: async ({ url }) => ({ status: 200, headers: {}, body: tokens, url }),
    },
  },
};

export type HouseOptions = Partial<
  Pick<AppOptions, 'setupCode' | 'readOnly' | 'moreRoutes' | 'webFolder' | 'trustedProxies' | 'logger' | 'transport'>
> & { appUrl?: string; outside?: Outside };

export async function openHouse({
  appUrl = 'http://localhost:4620',
  outside,
  ...options
}: HouseOptions = {}): Promise<House> {
  const clone = await cloneDatabase();
  const databases = databasesOn(clone);
  let present = new Date(startOfTests);
  const now = () => present;
  const identity = openIdentity({
    databases,
    secret: 'only for tests, and long enough to be one',
    appUrl,
    now,
    newId: v7,
    outside: outside ?? testOutside,
  });
  const world: PublicWorld = { databases, now, newId: v7, links: publicLinks(identity.secret, appUrl) };
  const app = await buildApp({
    identity,
    setupCode: null,
    trustedProxies: [],
    webFolder: '/nonexistent',
    version: '0.0.0',
    logger: false,
    checkAnswer,
    parts: [(part) => addSite(part, { world, font: null, readOnly: options.readOnly ?? false, tend: () => {} })],
    ...options,
  });
  let hash: Promise<string> | undefined;
  // A real hash of the one password, made once: hashing takes 100 ms on purpose.
  const hashed: Identity = {
    ...identity,
    betterAuth: { ...identity.betterAuth, hashPassword: () => (hash ??= identity.betterAuth.hashPassword(password)) },
  };
  let count = 0;
  return {
    app,
    databases,
    identity,
    clone,
    world,
    now,
    setNow: (instant) => void (present = new Date(instant)),
    api: (token, address) => apiOf(app, token, address),
    async aWorkspace(wish = {}) {
      count += 1;
      const email = wish.email ?? `owner${count}@example.com`;
      const actor = await makeWorkspace(
        hashed,
        { email, password, name: wish.name ?? 'Anna Bakker', workspace: wish.workspace ?? `Bedrijf ${count}` },
        false,
      );
      const context: Context = { databases, actor, now, newId: v7 };
      const { token } = await createToken({ ...context }, 'tests');
      const api = apiOf(app, token);
      return { id: actor.workspaceId, memberId: actor.memberId, email, token, api, context, ...verbsOf(api) };
    },
    async aMember(workspace, role, name = 'Daan Visser') {
      const actor = { workspaceId: workspace.id, memberId: v7(), role };
      const userId = v7();
      const passwordHash = await (hash ??= identity.betterAuth.hashPassword(password));
      await insertUser(databases.auth, { userId, accountId: v7(), name, email: `${userId}@example.com`, passwordHash });
      await insertMembership(databases.auth, { userId, ...actor });
      await inWorkspace(databases, workspace.id, (tx) =>
        insertMember(tx, { id: actor.memberId, user_id: userId, name, role }),
      );
      const context: Context = { databases, actor, now, newId: v7 };
      const { token } = await createToken(context, 'tests');
      return { memberId: actor.memberId, userId, token, api: apiOf(app, token), context };
    },
    async close() {
      await app.close();
      await databases.close();
      await clone.drop();
    },
  };
}
