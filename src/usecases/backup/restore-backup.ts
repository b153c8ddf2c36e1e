import { AppError } from '#contract/app-error';
import { fillTables, type Filling, type FillRefused } from '#db/backup/fill-tables';
import { withOwner } from '#db/backup/owner-session';
import { readCatalog } from '#db/backup/stored-tables';
import type { Databases } from '#db/connect';
import type { LedgerLine } from '#db/erase/erasure';
import type { BackupEnd, BackupHeader } from '#files/backup/backup-format';
import { newer, openBackup, unreadable } from '#files/backup/open-backup';

export type Restored = { madeAt: string; version: string; rows: BackupEnd['rows'] };

/**
 * Puts a backup back, in one transaction: all of it or nothing. The file is read to its end first: nothing is written for one that is
 * cut off, damaged, or of another version. Throws AppError `file_unreadable`, or `already_set_up` where there is data already (not with
 * `replace`, which first has the caller keep a copy).
 */
export async function restoreBackup(
  databases: Pick<Databases, 'owner'>,
  path: string,
  options: {
    replace: boolean;
    keepCopy: () => Promise<void>;
    told: (rows: number) => void;
    /** Who was erased, beside what the database and the backup know. */
    erased: readonly LedgerLine[];
  },
): Promise<Restored> {
  const { header, rows } = await readThrough(path);
  return withOwner(databases, async (client) => {
    checkSchema(path, header, (await readCatalog(client)).schema);
    if (options.replace) await options.keepCopy();
    const outcome = await fillTables(client, fillings(path, options.told), options.replace, options.erased);
    if (outcome.kind === 'refused') throw refusalOf(path, outcome);
    return { madeAt: header.madeAt, version: header.version, rows };
  });
}

async function readThrough(path: string): Promise<{ header: BackupHeader; rows: BackupEnd['rows'] }> {
  const { header, parts } = await openBackup(path);
  const sections = parts();
  for (;;) {
    const next = await sections.next();
    if (next.done) return { header, rows: next.value.rows };
    // Only to the end of it: the checksum is of all bytes.
    for await (const _ of next.value.rows);
  }
}

async function* fillings(path: string, told: (rows: number) => void): AsyncGenerator<Filling> {
  const { parts } = await openBackup(path);
  for await (const { table, columns, rows } of parts()) yield { table, columns, rows: counted(rows, told) };
}

async function* counted(
  rows: AsyncIterable<Buffer>,
  told: (rows: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of rows) {
    told(piece.length);
    yield piece;
  }
}

function checkSchema(path: string, header: BackupHeader, present: number): void {
  if (header.schema === present) return;
  if (header.schema > present) throw unreadable(path, newer(header.version));
  throw unreadable(
    path,
    `This backup was made by an older Aanhouder (${header.version}), with other tables. Restore it with that version, in an empty data folder; then start this version on that folder, which brings it up to date.`,
  );
}

function refusalOf(path: string, refused: FillRefused): AppError {
  switch (refused.why) {
    case 'has_data':
      return new AppError('already_set_up', {
        detail:
          'There is data already, and nothing was changed. Restore into an empty installation (AANHOUDER_DATA=another-folder), or give --replace, which first keeps a backup of what is there.',
      });
    case 'busy':
      return new AppError('in_use', {
        detail:
          'Another program is busy with the database, and nothing was changed. Stop the server, and restore again.',
      });
    case 'disk_full':
      return new AppError('disk_full', {
        detail: 'The disk of the database is full, and nothing was changed. Free some space, then restore again.',
      });
    case 'unknown':
      return unreadable(
        path,
        `This backup holds ${refused.what}, which this version does not know. Restore it with the version that made it.`,
      );
  }
}
