import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabases, type Databases } from '#db/connect';
import type { Cluster } from './cluster.ts';

export type Clone = Cluster & { name: string; drop(): Promise<void> };

/** A database of its own, from the migrated one (or empty, to try migrations on). */
export async function cloneDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<Clone> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = from === 'migrated' ? cluster.owner.database : 'template1';
  await asSuperuser(cluster, (client) =>
    client.query(`create database ${name} owner aanhouder_owner template ${template}`),
  );
  return {
    name,
    superuser: cluster.superuser,
    owner: { ...cluster.owner, database: name },
    app: { ...cluster.app, database: name },
    auth: { ...cluster.auth, database: name },
    drop: () => asSuperuser(cluster, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

/** The pools as the program has them, on a clone. */
export function databasesOn(clone: Clone): Databases {
  return openDatabases('embedded', clone.app, clone.auth, clone.owner, async () => {});
}

export async function asSuperuser(
  cluster: Cluster,
  work: (client: pg.Client) => Promise<unknown>,
  database = cluster.superuser.database,
): Promise<void> {
  await withClient({ ...cluster.superuser, database }, work);
}

export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
