import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '#db/embedded/find-server';
import { readPostmasterFile } from '#db/embedded/postmaster-file';
import { waitUntil } from '#db/embedded/wait-until';
import { anApp, type AppUnderTest, type Circumstances } from './app-under-test.ts';

/** A folder for one test: what it starts and writes is gone afterwards. */
export interface Workplace {
  readonly folder: string;
  readonly temporary: string;
  /** Stands in for /var/lib/aanhouder. */
  readonly systemFolder: string;
  app(circumstances?: Partial<Circumstances>): AppUnderTest;
  /** Ends the apps, and any server whose cluster is in one of the folders given. */
  clear(): Promise<void>;
  /** Names a cluster that may still be running when the test fails. */
  watch(cluster: string): string;
}

export const asRoot = process.getuid?.() === 0;

export async function aWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'aanhouder-test-'));
  await chmod(folder, 0o755);
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  await chmod(temporary, 0o1777);
  const apps: AppUnderTest[] = [];
  const clusters: string[] = [];
  return {
    folder,
    temporary,
    systemFolder: join(folder, 'system'),
    app(circumstances = {}) {
      const made = anApp({ temporary, ...circumstances });
      apps.push(made);
      return made;
    },
    watch(cluster) {
      clusters.push(cluster);
      return cluster;
    },
    async clear() {
      await Promise.all(apps.map((app) => app.kill()));
      for (const cluster of clusters) await killServer(cluster);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Kills the server of a cluster as a crash would, and waits until its process is no more than a zombie. */
export async function killServer(cluster: string): Promise<void> {
  const sighting = await findServer(cluster);
  if (sighting.kind !== 'running') return;
  process.kill(sighting.file.pid, 'SIGKILL');
  await waitUntil(async () => ((await findServer(cluster)).kind === 'running' ? undefined : true), 10_000);
}

/** The process id of a running server, undefined when none runs. */
export async function serverOf(cluster: string): Promise<number | undefined> {
  return (await findServer(cluster)).kind === 'running' ? (await readPostmasterFile(cluster))?.pid : undefined;
}

/** An ordinary account of this machine, to be when we are root. */
export async function nobody(): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith('nobody:')) ?? '';
  const [, , uid = '65534', gid = '65534'] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

export async function aFolderOf(path: string, account: { uid: number; gid: number }, mode: number): Promise<string> {
  await mkdir(path, { recursive: true });
  await chown(path, account.uid, account.gid);
  await chmod(path, mode);
  return path;
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
