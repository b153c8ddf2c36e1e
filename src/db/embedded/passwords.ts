import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';
import { writePrivateFile } from './private-file.ts';

/**
 * - `aanhouder_super`: the supervisor's own, and tests that clone databases
 * - `aanhouder_owner`: owns the database and, by migrations, everything in it; no superuser
 * - `aanhouder_app`: the app, under row level security; owns nothing
 * - `aanhouder_auth`: the identity code, the only one with rights in schema auth; owns nothing
 */
export const databaseRoles = ['aanhouder_super', 'aanhouder_owner', 'aanhouder_app', 'aanhouder_auth'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];
export type Passwords = Readonly<Record<DatabaseRole, string>>;

/**
 * Reads the passwords of a data folder (`passwords.json`, mode 0600), or makes new ones of 256 random bits each.
 *
 * @param clusterExists new passwords would not open a cluster that is there already: then their absence is damage
 */
export async function readOrMakePasswords(home: string, clusterExists: boolean): Promise<Passwords> {
  const path = join(home, 'passwords.json');
  const text = await unlessMissing(readFile(path, 'utf8'));
  const found = text === undefined ? undefined : parsePasswords(text);
  if (found !== undefined) return found;
  if (clusterExists) {
    throw new EmbeddedDatabaseError(
      'data_folder_damaged',
      `The file with the passwords of the database, ${path}, is missing or unreadable`,
      'Put that file back from a backup of the data folder; the database itself is untouched.',
    );
  }
  const fresh: Passwords = {
    aanhouder_super: newPassword(),
    aanhouder_owner: newPassword(),
    aanhouder_app: newPassword(),
    aanhouder_auth: newPassword(),
  };
  await writePrivateFile(path, `${JSON.stringify(fresh, null, 2)}\n`);
  return fresh;
}

/** base64url: needs no quoting in SQL, in a URL or in a file. */
const newPassword = (): string => randomBytes(32).toString('base64url');

function parsePasswords(text: string): Passwords | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(value));
  const of = (role: DatabaseRole): string => {
    const password = entries.get(role);
    return typeof password === 'string' && /^[\w-]{16,}$/.test(password) ? password : '';
  };
  const passwords: Passwords = {
    aanhouder_super: of('aanhouder_super'),
    aanhouder_owner: of('aanhouder_owner'),
    aanhouder_app: of('aanhouder_app'),
    aanhouder_auth: of('aanhouder_auth'),
  };
  return Object.values(passwords).includes('') ? undefined : passwords;
}
