import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './file-fault.ts';

/** What a running (or killed) server left in `postmaster.pid`; lines as in PostgreSQL's pidfile.h. */
export interface PostmasterFile {
  readonly pid: number;
  /** The cluster as it was named at the start: differs from today's path after a move. */
  readonly cluster: string;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** Undefined when there is none, or when it is not yet written to its end. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await unlessMissing(readFile(join(cluster, 'postmaster.pid'), 'utf8'));
  return text === undefined ? undefined : parsePostmasterFile(text);
}

export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const [pid = '', cluster = '', , port = '', socketFolder = '', , , status = ''] = text.split('\n');
  // A negative number is a single-user session: that is no server to join.
  if (!/^[1-9]\d*$/.test(pid.trim()) || cluster === '') return undefined;
  return {
    pid: Number(pid),
    cluster,
    port: Number.parseInt(port, 10) || 0,
    socketFolder: socketFolder.trim(),
    status: status.trim() === 'ready' ? 'ready' : status.trim() === 'stopping' ? 'stopping' : 'starting',
  };
}

/**
 * The name a server of this cluster carries on its command line, by which we know it before we join or signal it. A hash,
 * because `ps` shows a path with accents in ways of its own.
 */
export function serverMark(cluster: string): string {
  return `aanhouder-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
}
