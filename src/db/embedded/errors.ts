/**
 * Stable codes: the words a user reads are translated by code; `message` and `cure` are the English of the log.
 *
 * - `platform_unsupported`: no PostgreSQL binaries for this operating system, processor or C library
 * - `account_missing`: PostgreSQL refuses to run as root and no ordinary account to run it with was found
 * - `data_folder_newer` / `data_folder_older`: made by another PostgreSQL major or a newer Aanhouder
 * - `data_folder_damaged`: a part that belongs together is missing (cluster, passwords)
 * - `data_folder_copied`: two data folders name one cluster
 * - `data_folder_in_use`: another machine or container is using the folder at this moment
 * - `data_folder_unwritable`: permissions, a read-only disk or a path that cannot be used
 * - `disk_full`, `database_start_failed`: as they say
 */
export type EmbeddedDatabaseErrorCode =
  | 'platform_unsupported'
  | 'account_missing'
  | 'data_folder_newer'
  | 'data_folder_older'
  | 'data_folder_damaged'
  | 'data_folder_copied'
  | 'data_folder_in_use'
  | 'data_folder_unwritable'
  | 'disk_full'
  | 'database_start_failed';

export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly code: EmbeddedDatabaseErrorCode;
  /** What the person at the keyboard can do about it, in one or two sentences. */
  readonly cure: string;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, cure: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.cure = cure;
  }
}
