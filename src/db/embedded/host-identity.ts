import { readFile, readlink } from 'node:fs/promises';

/**
 * Names the space in which process ids mean something: this boot of this machine, and on Linux this container.
 * Elsewhere the moment a process started says enough, so the name is empty.
 */
export async function hostIdentity(): Promise<string> {
  if (process.platform !== 'linux') return '';
  const [boot, processSpace] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return `${boot.trim()} ${processSpace}`;
}
