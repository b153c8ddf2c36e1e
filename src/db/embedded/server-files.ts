import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './file-fault.ts';
import type { Premises } from './premises.ts';
import { writePrivateFile } from './private-file.ts';
import { settingsText, type ServerSettings } from './server-settings.ts';

export const settingsPath = (premises: Premises): string => join(premises.serverFolder, 'postgresql.conf');
export const accessPath = (premises: Premises): string => join(premises.serverFolder, 'pg_hba.conf');
export const startupLogPath = (premises: Premises): string => join(premises.serverFolder, 'startup.log');
export const logFolder = (premises: Premises): string => join(premises.serverFolder, 'log');

/** One door, the unix socket, and always with a password: whoever shares our account on a server is not yet invited. */
const ACCESS_RULES = '# Written by Aanhouder at each start.\nlocal all all scram-sha-256\n';

/** Writes the settings and access rules where they differ from what is there. Neither holds a secret. */
export async function writeServerFiles(premises: Premises, settings: ServerSettings): Promise<void> {
  const mode = premises.account === undefined ? 0o600 : 0o644;
  await writeWhenChanged(settingsPath(premises), settingsText(premises.cluster, settings), mode);
  await writeWhenChanged(accessPath(premises), ACCESS_RULES, mode);
}

async function writeWhenChanged(path: string, text: string, mode: number): Promise<void> {
  if ((await unlessMissing(readFile(path, 'utf8'))) !== text) await writePrivateFile(path, text, mode);
}
