import { EmbeddedDatabaseError } from './errors.ts';
import { diskFull } from './file-fault.ts';

/**
 * Translates what initdb or postgres wrote before it ended. Both run with LC_ALL=C, so these words are the English of
 * PostgreSQL's own sources.
 */
export function serverFault(output: string, folder: string): EmbeddedDatabaseError {
  const words = lastLines(output);
  if (full.test(output)) {
    const saying = output.split('\n').filter((line) => full.test(line));
    return diskFull(folder, lastLines(saying.join('\n')));
  }
  if (/could not look up effective user ID/.test(output)) {
    return new EmbeddedDatabaseError(
      'account_missing',
      `The account that runs Aanhouder has no name on this machine, which PostgreSQL requires: ${words}`,
      'Run it with an account from the password file (in a container: one that the image knows), or set DATABASE_URL.',
    );
  }
  if (/error while loading shared libraries|version `GLIBC/.test(output)) {
    return new EmbeddedDatabaseError(
      'platform_unsupported',
      `The programs of PostgreSQL do not run on this machine: ${words}`,
      'Run npm ci again; when that does not help, use a PostgreSQL server of your own: set DATABASE_URL.',
    );
  }
  if (/Permission denied|Operation not permitted|has wrong ownership|invalid permissions|Read-only file/.test(output)) {
    return new EmbeddedDatabaseError(
      'data_folder_unwritable',
      `The database cannot use its files in ${folder}: ${words}`,
      'Put the data folder on a local disk that keeps owners and permissions, and let its files belong to one account.',
    );
  }
  if (/Cannot allocate memory|could not (create|map|resize)[a-z ]*shared memory/.test(output)) {
    return new EmbeddedDatabaseError(
      'database_start_failed',
      `There is not enough memory for the database: ${words}`,
      'Close other programs or give the machine or container more memory (512 MB is enough to begin).',
    );
  }
  return new EmbeddedDatabaseError(
    'database_start_failed',
    `The embedded database did not start: ${words || 'it ended without a word'}`,
    `Look at startup.log and the log folder in ${folder}, then start again.`,
  );
}

const full = /No space left on device|Disk quota exceeded/;

const lastLines = (output: string): string => output.trim().split('\n').slice(-6).join(' | ');
