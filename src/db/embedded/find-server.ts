import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './file-fault.ts';
import { readPostmasterFile, serverMark, type PostmasterFile } from './postmaster-file.ts';
import { describeProcess } from './process-description.ts';
import { waitUntil } from './wait-until.ts';

export interface RunningServer {
  readonly kind: 'running';
  readonly file: PostmasterFile;
}

export interface AbsentServer {
  readonly kind: 'absent';
  /** The last one used, when the server was killed; a server that stops removes it with its file. */
  readonly socketFolder: string | undefined;
}

/** `zombie`: killed, its process id not yet given back. `misleading`: the file names a process that is something else. */
export type ServerSighting =
  | RunningServer
  | AbsentServer
  | { readonly kind: 'zombie' | 'misleading'; readonly file: PostmasterFile };

export async function findServer(cluster: string): Promise<ServerSighting> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return { kind: 'absent', socketFolder: undefined };
  const found = await describeProcess(file.pid);
  if (found === undefined) return { kind: 'absent', socketFolder: file.socketFolder };
  if (found.state === 'zombie') return { kind: 'zombie', file };
  const owner = (await unlessMissing(stat(cluster)))?.uid;
  const ours = found.uid === owner && found.commandLine.includes(`cluster_name=${serverMark(file.cluster)}`);
  return ours ? { kind: 'running', file } : { kind: 'misleading', file };
}

const ZOMBIE_LIMIT_MS = 5000;

/**
 * Looks again until it is clear whether a server runs. PostgreSQL counts a zombie as alive and refuses to start beside it,
 * so we wait for it to go (0.5 to 1 s was seen). Under an init that never buries its dead (node as process 1 of a container)
 * it stays; then, and when the id was reused by another process, the file is removed. That is safe under the start lock:
 * what keeps two servers apart is the shared memory, whose key comes from the inode of the cluster.
 */
export async function settledServer(cluster: string): Promise<RunningServer | AbsentServer> {
  const settled = await waitUntil(
    async () => {
      const sighting = await findServer(cluster);
      return sighting.kind === 'zombie' ? undefined : sighting;
    },
    ZOMBIE_LIMIT_MS,
    20,
  );
  if (settled?.kind === 'running' || settled?.kind === 'absent') return settled;
  const last = await readPostmasterFile(cluster);
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return { kind: 'absent', socketFolder: last?.socketFolder };
}
