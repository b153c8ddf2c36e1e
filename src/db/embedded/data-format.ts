import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';
import { unlessMissing } from './file-fault.ts';
import type { Premises } from './premises.ts';
import { writePrivateFile } from './private-file.ts';

/** Of the layout of `<data folder>/database` itself; the tables have their own numbers (migrations). */
export const DATA_FORMAT = 1;

/** `empty`: nothing there yet. `unfinished`: a first start was cut off after initdb. `complete`: roles and database exist. */
export type DataState = 'empty' | 'unfinished' | 'complete';

/** Looks whether these files are ours to open: the format of the folder, and the PostgreSQL major that made the cluster. */
export async function inspectData(premises: Premises, postgresMajor: number): Promise<DataState> {
  const format = await readFormat(premises.home);
  if (format !== undefined && format > DATA_FORMAT) {
    throw newer(`${premises.home} has data format ${format}; this version of Aanhouder knows up to ${DATA_FORMAT}`);
  }
  const clusterMajor = await readClusterMajor(premises.cluster);
  if (clusterMajor === undefined) {
    if (format === undefined) return 'empty';
    throw new EmbeddedDatabaseError(
      'data_folder_damaged',
      `The database files that belong to ${premises.dataFolder} are not in ${premises.cluster}`,
      'Put them back from a backup; an empty database is not begun in their place.',
    );
  }
  if (clusterMajor > postgresMajor) {
    throw newer(
      `${premises.cluster} was made by PostgreSQL ${clusterMajor}; this version of Aanhouder brings ${postgresMajor}`,
    );
  }
  if (clusterMajor < postgresMajor) {
    throw new EmbeddedDatabaseError(
      'data_folder_older',
      `${premises.cluster} was made by PostgreSQL ${clusterMajor}; this version of Aanhouder brings ${postgresMajor}`,
      'Export with the version of Aanhouder that made it, and import that export in an empty data folder here.',
    );
  }
  return format === undefined ? 'unfinished' : 'complete';
}

/** The last step of a first start: from here on the folder counts as complete. */
export async function markDataComplete(home: string, postgresMajor: number): Promise<void> {
  await writePrivateFile(formatPath(home), `${JSON.stringify({ format: DATA_FORMAT, postgresMajor })}\n`);
}

const formatPath = (home: string): string => join(home, 'format.json');

async function readFormat(home: string): Promise<number | undefined> {
  const text = await unlessMissing(readFile(formatPath(home), 'utf8'));
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number') {
      return value.format;
    }
  } catch {
    // falls through: no JSON is as unreadable as JSON without a number
  }
  throw new EmbeddedDatabaseError(
    'data_folder_damaged',
    `${formatPath(home)} does not say which format the data folder has`,
    'Put that file back from a backup of the data folder.',
  );
}

async function readClusterMajor(cluster: string): Promise<number | undefined> {
  if ((await unlessMissing(stat(cluster))) === undefined) return undefined;
  const text = await unlessMissing(readFile(join(cluster, 'PG_VERSION'), 'utf8'));
  const major = Number.parseInt(text ?? '', 10);
  if (Number.isInteger(major)) return major;
  throw new EmbeddedDatabaseError(
    'data_folder_damaged',
    `${cluster} is not a PostgreSQL cluster: PG_VERSION is missing or unreadable`,
    'Put the folder back from a backup.',
  );
}

function newer(words: string): EmbeddedDatabaseError {
  const cure = 'Start the version of Aanhouder that last used this folder, or a newer one. Nothing was changed.';
  return new EmbeddedDatabaseError('data_folder_newer', words, cure);
}
