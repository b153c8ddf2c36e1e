import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { connect, type Databases } from '#db/connect';
import { startEmbedded } from '#db/embedded/supervisor';
import { insertMember } from '#db/member';
import { inWorkspace } from '#db/transaction';
import { type Identity, openIdentity } from '#usecases/identity/identity';
import { makeWorkspace } from '#usecases/identity/make-workspace';
import { createToken } from '#usecases/identity/token';

/** The embedded database in a data folder of its own, as the program starts it. */
export type House = {
  dataFolder: string;
  superuser: pg.Client;
  databases: Databases;
  identity: Identity;
  close(): Promise<void>;
};

export async function openHouse(dataFolder?: string): Promise<House> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'aanhouder-bench-')));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const server = await startEmbedded({ dataFolder: folder, log: () => {} });
  const databases = await connect({ kind: 'embedded', dataFolder: folder }, () => {});
  const superuser = new pg.Client(server.connection('aanhouder_super', server.database));
  await superuser.connect();
  const identity = openIdentity({
    databases,
    secret: 'only for the bench, and long enough to be one',
    appUrl: 'http://localhost:4620',
    now: () => new Date(),
    newId: v7,
  });
  return {
    dataFolder: folder,
    superuser,
    databases,
    identity,
    async close() {
      await superuser.end();
      await databases.close();
      await server.stop();
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The password of every owner here. */
export const password = 'een lange zin om te meten';

export type Company = { workspaceId: string; memberIds: string[]; token: string; /** Of its owner. */ email: string };

/** A workspace with so many assignees; the token is the first's, its owner. */
export async function makeCompany({ databases, identity }: House, assignees: number): Promise<Company> {
  const name = `Bench ${v7()}`;
  const email = `${v7()}@example.com`;
  const actor = await makeWorkspace(identity, { email, password, name: 'Anna Bakker', workspace: name }, false);
  const memberIds = [actor.memberId];
  await inWorkspace(databases, actor.workspaceId, async (tx) => {
    for (let n = 1; n < assignees; n += 1) {
      const id = v7();
      await insertMember(tx, {
        id,
        user_id: null,
        name: `Behandelaar ${n}`,
        email: null,
        role: 'seller',
        language: 'nl',
      });
      memberIds.push(id);
    }
  });
  const { token } = await createToken({ ...identity, actor }, 'bench');
  return { workspaceId: actor.workspaceId, memberIds, token, email };
}
