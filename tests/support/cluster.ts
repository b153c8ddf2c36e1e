import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded, type EmbeddedConnection } from '#db/embedded/supervisor';
import { migrate } from '#db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** How the test files reach the one PostgreSQL of this run. `database` in these is replaced by that of a clone. */
export type Cluster = {
  superuser: EmbeddedConnection;
  owner: EmbeddedConnection;
  app: EmbeddedConnection;
  auth: EmbeddedConnection;
};

const silent = (): void => {};

/** One real PostgreSQL for a run of the tests, its database migrated once: a test file clones that in some 30 ms. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'aanhouder-tests-'));
  await chmod(dataFolder, 0o755); // PostgreSQL runs under another account when the tests run as root
  const server = await startEmbedded({
    dataFolder,
    log: silent,
    // Tests of durability start servers of their own (tests/faults).
    settings: { fsync: false, synchronous_commit: false, full_page_writes: false, shared_buffers: '64MB' },
  });
  const cluster: Cluster = {
    superuser: server.connection('aanhouder_super', 'postgres'),
    owner: server.connection('aanhouder_owner'),
    app: server.connection('aanhouder_app'),
    auth: server.connection('aanhouder_auth'),
  };
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await migrate({ owner: cluster.owner, admin: cluster.superuser, confirmed: false, log: silent });
  } catch (error) {
    await close();
    throw error;
  }
  project.provide('cluster', cluster);
  return close;
}
