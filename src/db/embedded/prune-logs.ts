import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './file-fault.ts';

const KEPT = 7;

/** Keeps the newest seven of the server's log files (of at most about 10 MB); their names sort by time. */
export async function pruneLogs(folder: string): Promise<void> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  const logs = names.filter((name) => /^postgresql-\d{8}-\d{6}\.log$/.test(name)).toSorted();
  for (const name of logs.slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
