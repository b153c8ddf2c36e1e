import { Readable } from 'node:stream';
import { fileName } from '#core/person/file-name';
import { AppError } from '#contract/app-error';
import {
  type AddFileQuery,
  mostFileBytes,
  mostFileBytesOfWorkspace,
  mostFilesOfPerson,
  type PersonFile,
} from '#contract/person-file';
import type { RelationshipChanged } from '#contract/relationship';
import { findPerson } from '#db/person';
import {
  closeFile,
  deleteFile,
  type FileRow,
  filesHeld,
  filesOfPerson,
  findFile,
  forgetFiles,
  insertFile,
  insertPart,
  markFiles,
  partOfFile,
} from '#db/person-file';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { changeRelationship } from '../relationship/change-aggregate.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';

/** So much of a file is in memory at a time. */
const partBytes = 256 * 1024;
/** What is shown of a person: their files, and the newest of those that came with their mails. */
export const mostShown = mostFilesOfPerson + 100;
/** A removal can be taken back for a day; an upload that stands still as long is over. */
const keptHours = 25;

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

export const toFileView = (row: FileRow): PersonFile => ({ ...row, at: row.at.toISOString() });

/**
 * Takes a file in, in parts of 256 kB, each in a transaction of its own: a slow telephone holds no connection, and a large file no memory. It
 * is there when it is whole; what breaks off leaves nothing.
 */
export async function addFile(
  context: Context,
  personId: string,
  { name, clientId }: AddFileQuery,
  bytes: AsyncIterable<Buffer>,
): Promise<PersonFile> {
  const id = clientId ?? context.newId();
  const present = await inside(context, (tx) => begin(tx, context, { id, personId, name: fileName(name) }));
  if (present) return present;
  try {
    let size = 0;
    let place = 0;
    for await (const content of inParts(bytes)) {
      size += content.length;
      await inside(context, (tx) => insertPart(tx, { id: context.newId(), fileId: id, place, content }));
      place += 1;
    }
    return await inside(context, async (tx) => {
      if (!(await closeFile(tx, id, size))) throw new AppError('not_found', { at: 'person' });
      return viewOf(tx, personId, id);
    });
  } catch (error) {
    await inside(context, (tx) => deleteFile(tx, id));
    throw error;
  }
}

/** The same file once more is the one that is there; one that broke off begins anew. */
async function begin(
  tx: Tx,
  context: Context,
  file: { id: string; personId: string; name: string },
): Promise<PersonFile | null> {
  const person = await findPerson(tx, file.personId);
  if (!person) throw new AppError('not_found', { at: 'person' });
  refuseRestricted(person);
  await forgetFiles(tx, new Date(context.now().getTime() - keptHours * 3_600_000));
  const present = await findFile(tx, file.id);
  if (present && present.personId !== file.personId) throw new AppError('not_found', { at: 'clientId' });
  if (present?.size != null) return viewOf(tx, file.personId, file.id);
  if (present) await deleteFile(tx, file.id);
  const held = await filesHeld(tx, file.personId);
  if (held.ofPerson >= mostFilesOfPerson)
    throw new AppError('files_full', {
      at: 'person',
      detail: `A person has ${mostFilesOfPerson} files at most. Delete one that is not needed any more.`,
      facts: { most: mostFilesOfPerson },
    });
  if (held.bytes >= mostFileBytesOfWorkspace)
    throw new AppError('files_full', {
      at: 'workspace',
      detail: `The files of a company are ${mostFileBytesOfWorkspace / 1_000_000} MB at most. Delete what is not needed any more.`,
      facts: { mostBytes: mostFileBytesOfWorkspace },
    });
  await insertFile(tx, { ...file, memberId: context.actor.memberId, at: context.now() });
  return null;
}

async function viewOf(tx: Tx, personId: string, id: string): Promise<PersonFile> {
  const row = (await filesOfPerson(tx, personId, mostShown)).find((one) => one.id === id);
  if (!row) throw new AppError('not_found', { at: 'file' });
  return toFileView(row);
}

/** Throws `file_too_large` as soon as it is. */
async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Buffer[] = [];
  let length = 0;
  let all = 0;
  for await (const piece of bytes) {
    all += piece.length;
    if (all > mostFileBytes)
      throw new AppError('file_too_large', {
        at: 'file',
        detail: `A file is ${mostFileBytes / 1_000_000} MB at most. Make it smaller, or keep it elsewhere and write down where.`,
        facts: { mostBytes: mostFileBytes },
      });
    waiting.push(piece);
    length += piece.length;
    while (length >= partBytes) {
      const joined = Buffer.concat(waiting);
      yield joined.subarray(0, partBytes);
      waiting = [joined.subarray(partBytes)];
      length = joined.length - partBytes;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Its bytes as they are asked for, a part in memory at a time. */
export async function openFile(
  context: Context,
  personId: string,
  id: string,
): Promise<{ name: string; size: number; content: Readable }> {
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(context.databases, context.actor.workspaceId, work, { readOnly: true });
  const file = await read((tx) => findFile(tx, id));
  if (!file || file.personId !== personId || file.size === null || file.removed)
    throw new AppError('not_found', { at: 'file' });
  const { name, size } = file;
  async function* parts(): AsyncGenerator<Buffer, void, undefined> {
    for (let place = 0, sent = 0; sent < size; place += 1) {
      const part = await read((tx) => partOfFile(tx, id, place));
      // It was erased in between: an answer that breaks off says so, one that ends would not.
      if (!part) throw new AppError('not_found', { at: 'file' });
      sent += part.length;
      yield part;
    }
  }
  return { name, size, content: Readable.from(parts(), { objectMode: false, highWaterMark: partBytes }) };
}

/** Not shown any more, and had back by undo; a day later the bytes go. */
export async function removeFile(context: Context, personId: string, id: string): Promise<RelationshipChanged> {
  const { changeId } = await changeRelationship(context, personId, null, async (tx, person) => {
    refuseRestricted(person);
    const file = await findFile(tx, id);
    if (!file || file.personId !== personId || file.size === null || file.removed)
      throw new AppError('not_found', { at: 'file' });
    await markFiles(tx, [id], context.now());
    return { out: null, kind: 'file.removed', image: { filesRemoved: [id] } };
  });
  return { changeId };
}

/** By night, company by company. */
export async function forgetOldFiles(world: Pick<Context, 'databases' | 'now'>, workspaceId: string): Promise<void> {
  await inWorkspace(world.databases, workspaceId, (tx) =>
    forgetFiles(tx, new Date(world.now().getTime() - keptHours * 3_600_000)),
  );
}
