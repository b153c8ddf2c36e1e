import { spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { systemCode } from './file-fault.ts';
import { unsupported } from './platform-package.ts';

/** Nothing of our own environment: PGDATA, LANG or LD_PRELOAD of the person who starts must not change the database. */
export const programEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/** What child_process wants for another account; our own needs nothing. */
export function asAccount(account: Account | undefined): { uid: number; gid: number } | Record<string, never> {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

export interface ProgramResult {
  readonly code: number | null;
  /** stdout and stderr, in order of arrival */
  readonly output: string;
}

/** Runs a program of PostgreSQL to its end. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  account: Account | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...asAccount(account),
      cwd: '/', // our own folder may be closed to that account
      env: programEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.on('error', (error) => reject(spawnFault(error, program, account)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Says what a program that could not even begin tells: the wrong C library, a locked-down container, a noexec disk. */
export function spawnFault(error: Error, program: string, account: Account | undefined): EmbeddedDatabaseError {
  const code = systemCode(error);
  // The file is there (it was resolved before): then ENOENT speaks of the loader inside it.
  if (code === 'ENOENT') return unsupported('cannot run these binaries: its C library is another one (musl?)', error);
  if (account !== undefined && (code === 'EPERM' || code === 'EINVAL')) {
    return new EmbeddedDatabaseError(
      'account_missing',
      `PostgreSQL does not run as root, and this container does not let us become "${account.name}" (${code})`,
      'Run Aanhouder with an ordinary account instead of root, or set DATABASE_URL.',
      { cause: error },
    );
  }
  return new EmbeddedDatabaseError(
    'database_start_failed',
    `${program} cannot be run: ${error.message}`,
    'Check that the disk with node_modules allows running programs and that its files can be read; then npm ci.',
    { cause: error },
  );
}
