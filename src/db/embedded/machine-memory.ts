import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

/** Bytes of memory we may use (the smaller of machine and container) and of /dev/shm. */
export async function machineMemory(): Promise<{ memory: number; sharedMemory: number | undefined }> {
  const limit = process.constrainedMemory(); // 0 or an astronomical figure when there is no limit
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  if (process.platform !== 'linux') return { memory, sharedMemory: undefined };
  const facts = await statfs('/dev/shm').catch(() => undefined);
  return { memory, sharedMemory: facts === undefined ? undefined : facts.blocks * facts.bsize };
}
