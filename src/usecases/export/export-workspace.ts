import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#contract/app-error';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import { writeWholeFile } from '#files/whole-file';
import type { Context } from '../context.ts';
import { csvFiles } from './csv-files.ts';
import { jsonLines } from './export-json.ts';

type Told = (rows: number) => void;

/** One picture of the workspace, however long the reading takes. */
function inPicture<T>({ databases, actor }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inWorkspace(databases, actor.workspaceId, work, { readOnly: true, isolation: 'repeatable read' });
}

/** Lossless, into one file that is there whole or not at all. */
export function exportToFile(context: Context, path: string, told: Told): Promise<void> {
  return inPicture(context, (tx) => writeWholeFile(path, jsonLines(tx, told)));
}

/** For people and spreadsheets, into a folder; answers the paths. Files of an earlier export are replaced, each whole. */
export async function exportToFolder(context: Context, folder: string, told: Told): Promise<string[]> {
  await makeFolder(folder);
  return inPicture(context, async (tx) => {
    const workspace = await loadWorkspace(tx);
    const paths: string[] = [];
    for (const { name, text } of csvFiles(tx, workspace, told)) {
      const path = join(folder, name);
      await writeWholeFile(path, text);
      paths.push(path);
    }
    return paths;
  });
}

/** The same as exportToFile, as a stream for whoever downloads it: a page in memory, and read no faster than it is taken. */
export function exportStream(context: Context): Readable {
  const out = new PassThrough();
  inPicture(context, (tx) => pipeline(Readable.from(jsonLines(tx), { objectMode: false }), out)).catch(
    (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await stat(folder)).isDirectory()) return;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid_request', { at: folder, detail: `This folder cannot be made: ${why}`, cause });
  }
}
