import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const prepare = fileURLToPath(new URL('../../../scripts/prepare.mjs', import.meta.url));

/** The screens as `npm start` serves them: built when their sources have changed since. Once a run. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, [prepare]);
}
