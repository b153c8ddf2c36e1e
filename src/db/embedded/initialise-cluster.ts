import { chown, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './file-fault.ts';
import type { Premises } from './premises.ts';
import { writePrivateFile } from './private-file.ts';
import { runProgram, type ProgramResult } from './run-program.ts';
import { serverFault } from './server-fault.ts';

const DRAFT = 'cluster.new-';

/**
 * Which letters the system's C library knows. pg_trgm asks it, not the built-in provider: under "C" show_trgm('Müller')
 * splits at the ü and show_trgm of Greek is empty (seen with 18.4). glibc has C.UTF-8, older macOS only the others.
 */
const LETTERS = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

const MANNER = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  '--no-instructions',
];

/**
 * Makes the cluster with initdb: UTF-8, built-in C.UTF-8 order, checksums, one superuser with a password.
 * It appears at once, complete: initdb works in a draft beside it. To be called under the start lock.
 *
 * @param durable false leaves out the final sync to disk, for tests
 */
export async function initialiseCluster(
  premises: Premises,
  binFolder: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const { account, serverFolder } = premises;
  for (const name of (await unlessMissing(readdir(serverFolder))) ?? []) {
    if (name.startsWith(DRAFT)) await rm(join(serverFolder, name), { recursive: true, force: true });
  }
  const passwordPath = join(serverFolder, 'initial-password');
  const draft = await mkdtemp(join(serverFolder, DRAFT));
  try {
    await writePrivateFile(passwordPath, `${password}\n`);
    if (account !== undefined) {
      await chown(passwordPath, account.uid, account.gid);
      await chown(draft, account.uid, account.gid);
    }
    const own = [`--pgdata=${draft}`, '--username=aanhouder_super', `--pwfile=${passwordPath}`];
    if (!durable) own.push('--no-sync');
    let result: ProgramResult = { code: null, output: '' };
    for (const letters of LETTERS) {
      result = await runProgram(join(binFolder, 'initdb'), [...own, ...MANNER, `--lc-ctype=${letters}`], account);
      if (!result.output.includes('invalid locale name')) break;
    }
    if (result.code !== 0) throw serverFault(result.output, serverFolder);
    await rename(draft, premises.cluster);
  } finally {
    await rm(passwordPath, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}
