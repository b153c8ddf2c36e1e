import { execFile } from 'node:child_process';
import { readFile, readlink, stat } from 'node:fs/promises';
import { systemCode } from './file-fault.ts';

/** `started` is an opaque mark: the same process id with another mark is another process. */
export interface ProcessDescription {
  readonly state: 'alive' | 'zombie';
  readonly uid: number;
  readonly started: string;
  /** Arguments joined by spaces; empty for a zombie. */
  readonly commandLine: string;
}

/** What runs under a process id, undefined when nothing does (or nothing we may see). */
export async function describeProcess(pid: number): Promise<ProcessDescription | undefined> {
  return process.platform === 'linux' ? describeFromProc(pid) : describeFromPs(pid);
}

const GONE = new Set(['ENOENT', 'ESRCH', 'EACCES']);

async function describeFromProc(pid: number): Promise<ProcessDescription | undefined> {
  try {
    const [line, words, folder] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      stat(`/proc/${pid}`),
    ]);
    // The second field, the name, may itself hold spaces and brackets: count from the last bracket. State is field 3,
    // the start in ticks since boot is field 22 (proc_pid_stat(5)).
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return {
      state: fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : 'alive',
      uid: folder.uid,
      started: fields[19] ?? '',
      commandLine: words.replaceAll('\0', ' ').trim(),
    };
  } catch (error) {
    if (GONE.has(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * Whether a process sees the same files as we do. systemd's PrivateTmp gives a service a /tmp of its own, so its socket is
 * alive although we cannot see it. What cannot be known counts as the same.
 */
export async function seesOurFiles(pid: number): Promise<boolean> {
  const spaces = [`/proc/${pid}/ns/mnt`, '/proc/self/ns/mnt'].map((path) => readlink(path).catch(() => ''));
  const [theirs, ours] = await Promise.all(spaces);
  return theirs === '' || ours === '' || theirs === ours;
}

/** For systems without /proc (macOS): one line of `ps`; `lstart` is a date of 24 characters. */
export function describeFromPs(pid: number): Promise<ProcessDescription | undefined> {
  return new Promise((resolve, reject) => {
    const columns = ['stat=', 'uid=', 'lstart=', 'command='].flatMap((column) => ['-o', column]);
    const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C' };
    execFile('ps', ['-ww', ...columns, '-p', String(pid)], { env }, (error, output) => {
      // ps ends with 1 when there is no such process; a missing ps is a fault.
      if (error !== null && typeof error.code === 'string') return reject(error);
      const parts = /^\s*(\S+)\s+(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\d{4})\s+(.*)$/m.exec(output);
      if (parts === null) return resolve(undefined);
      const [, state = '', uid = '', started = '', commandLine = ''] = parts;
      const zombie = state.startsWith('Z');
      resolve({
        state: zombie ? 'zombie' : 'alive',
        uid: Number(uid),
        started: started.trim(),
        commandLine: zombie ? '' : commandLine.trim(),
      });
    });
  });
}
