import { sql } from 'kysely';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** A file of a person, or one that came with a mail of theirs (`mailId`); `kept`: the mail's file was not too large to keep. */
export type FileRow = {
  id: string;
  name: string;
  size: number;
  at: Date;
  member: string | null;
  mailId: string | null;
  kept: boolean;
};

/** The newest first. */
export function filesOfPerson(tx: Tx, personId: string, limit: number): Promise<FileRow[]> {
  return filesOf(tx, { personId, limit });
}

const filesOf = prepared(
  (tx, { personId, limit }: { personId: string; limit: number }) => sql<FileRow>`
    select f.id, f.name, f.size, f.created_at as at, m.name as member, null::uuid as "mailId", true as kept
    from person_file f join member m on m.workspace_id = f.workspace_id and m.id = f.member_id
    where f.workspace_id = ${tx.workspaceId} and f.person_id = ${personId} and f.removed_at is null and f.size is not null
    union all
    select a.id, a.name, a.size, x.sent_at, null, x.id, a.content is not null
    from mail x join mail_file a on a.workspace_id = x.workspace_id and a.mail_id = x.id
    where x.workspace_id = ${tx.workspaceId} and x.person_id = ${personId}
    order by at desc, id desc limit ${limit}`,
);

export type OneFile = { id: string; personId: string; name: string; size: number | null; removed: boolean };

export async function findFile(tx: Tx, id: string): Promise<OneFile | undefined> {
  const { rows } = await sql<OneFile>`
    select id, person_id as "personId", name, size, removed_at is not null as removed from person_file
    where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.db);
  return rows[0];
}

/** How many files this person has, and how many bytes the company has, those on their way in counted by what is there of them. */
export async function filesHeld(tx: Tx, personId: string): Promise<{ ofPerson: number; bytes: number }> {
  const { rows } = await sql<{ ofPerson: number; bytes: number }>`
    select count(*) filter (where person_id = ${personId} and removed_at is null)::int as "ofPerson", coalesce(sum(size), 0)::bigint as bytes
    from person_file where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  return rows[0] ?? { ofPerson: 0, bytes: 0 };
}

export async function insertFile(
  tx: Tx,
  file: { id: string; personId: string; memberId: string; name: string; at: Date },
): Promise<void> {
  await tx.db
    .insertInto('person_file')
    .values({
      workspace_id: tx.workspaceId,
      id: file.id,
      person_id: file.personId,
      member_id: file.memberId,
      name: file.name,
      size: null,
      removed_at: null,
      created_at: file.at,
    })
    .execute();
}

export async function insertPart(
  tx: Tx,
  part: { id: string; fileId: string; place: number; content: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('person_file_part')
    .values({
      workspace_id: tx.workspaceId,
      id: part.id,
      file_id: part.fileId,
      place: part.place,
      content: part.content,
    })
    .execute();
}

/** It is whole. False: it went while it came in (its person was erased). */
export async function closeFile(tx: Tx, id: string, size: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('person_file')
    .set({ size })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('size', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Undefined after the last. */
export async function partOfFile(tx: Tx, fileId: string, place: number): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('person_file_part')
    .select('content')
    .where('workspace_id', '=', tx.workspaceId)
    .where('file_id', '=', fileId)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.content;
}

/** Taken away, or there again (null). */
export async function markFiles(tx: Tx, ids: readonly string[], removedAt: Date | null): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('person_file')
    .set({ removed_at: removedAt })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('person_file').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** Those that nobody can have back any more, and those whose bytes stopped coming. */
export async function forgetFiles(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from person_file where workspace_id = ${tx.workspaceId} and (removed_at < ${before} or (size is null and created_at < ${before}))`.execute(
    tx.db,
  );
}
