/**
 * - `database_unreachable`, `database_too_old`: the server
 * - `database_newer`, `migration_changed`, `migration_needed`, `migration_unconfirmed`, `migration_blocked`: the schema (migrate.ts)
 * - `role_missing`, `role_too_strong`, `row_security_missing`: the wall between workspaces (roles.ts)
 * - `setting_invalid`, `port_in_use`: main
 */
export type StartRefusal =
  | 'database_unreachable'
  | 'database_too_old'
  | 'database_newer'
  | 'migration_changed'
  | 'migration_needed'
  | 'migration_unconfirmed'
  | 'migration_blocked'
  | 'role_missing'
  | 'role_too_strong'
  | 'row_security_missing'
  | 'setting_invalid'
  | 'port_in_use';

/** The program does not start: says what is wrong and what to do about it, for the person at the keyboard. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: StartRefusal;
  readonly cure: string;

  constructor(code: StartRefusal, message: string, cure: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.cure = cure;
  }
}
