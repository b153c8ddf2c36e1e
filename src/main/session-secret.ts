import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#db/start-refused';

/**
 * A secret of the installation: 256 random bits in a file (mode 0600) in the data folder, made at the first start. `session-secret` signs
 * the sessions, `mailbox-key` seals the passwords of mailboxes: older keys may follow it in its file. Linked into place whole, so that of two first starts at once one wins and both read the same. Throws StartRefused where the file
 * or its folder cannot be used.
 */
export async function readOrMakeSecret(
  dataFolder: string,
  name: 'session-secret' | 'mailbox-key' = 'session-secret',
): Promise<string> {
  const path = join(dataFolder, name);
  try {
    return await readOrMake(path, dataFolder);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new StartRefused(
      'setting_invalid',
      `${path} cannot be read or written: ${error instanceof Error ? error.message : String(error)}`,
      'Give the account that runs Aanhouder its data folder and the files in it, or name another folder: AANHOUDER_DATA=/path/to/a/folder',
      error,
    );
  }
}

async function readOrMake(path: string, dataFolder: string): Promise<string> {
  const found = await readSecret(path);
  if (found !== null) return found;
  await mkdir(dataFolder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readSecret(path);
  if (made === null) throw new Error(`${path} is empty: delete it, and a new one is made.`);
  return made;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text.length >= 32 ? text : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
