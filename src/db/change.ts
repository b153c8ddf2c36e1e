import { sql, type Selectable } from 'kysely';
import type { MergedOrganisation } from './merge-organisation.ts';
import type { Merged } from './merge-person.ts';
import type { RelationshipImage } from './relationship-image.ts';
import type { ChangeTable } from './change-tables.ts';
import type { TagImage } from './tag-image.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** What a change touched, with the rows as they were before; `made` are the rows it added (definition 16). */
export type ChangeImage = {
  opportunities: Record<string, unknown>[];
  persons: Record<string, unknown>[];
  promises: Record<string, unknown>[];
  moments: Record<string, unknown>[];
  /** Not in changes from before there were any; so are the next ones. */
  prospectings?: Record<string, unknown>[];
  needs?: Record<string, unknown>[];
  contracts?: Record<string, unknown>[];
  /** A tag as it was, and the timers that followed it (db/tag-image.ts). */
  tag?: TagImage;
  /** Days, connections and tags of a person. */
  relationship?: RelationshipImage;
  made: Record<'opportunities' | 'persons' | 'promises' | 'moments' | 'events', string[]> &
    Partial<Record<'prospectings' | 'needs' | 'contracts' | 'consents' | 'daysOff' | 'blockedMail', string[]>>;
  /** Two people that became one. */
  merged?: Merged;
  /** Two organisations that became one. */
  mergedOrganisation?: MergedOrganisation;
};

export const emptyImage = (): ChangeImage => ({
  opportunities: [],
  persons: [],
  promises: [],
  moments: [],
  made: { opportunities: [], persons: [], promises: [], moments: [], events: [] },
});

export type ChangedRecord = {
  type: 'opportunity' | 'person' | 'promise' | 'organisation' | 'prospecting' | 'need' | 'contract' | 'tag';
  id: string;
  /** 0: removed. */
  version: number;
};

export async function insertChange(
  tx: Tx,
  change: {
    id: string;
    memberId: string;
    kind: string;
    image: ChangeImage;
    records: readonly ChangedRecord[];
    at: Date;
  },
): Promise<void> {
  const { records } = change;
  await Promise.all([
    insertion(
      tx,
      {
        id: change.id,
        memberId: change.memberId,
        kind: change.kind,
        image: JSON.stringify(change.image),
        at: change.at,
      },
      tx.kept,
    ),
    recordInsertion(
      tx,
      {
        id: change.id,
        records: records.map((r) => r.id),
        types: records.map((r) => r.type),
        versions: records.map((r) => r.version),
      },
      tx.kept,
    ),
  ]);
}

type Insertion = { id: string; memberId: string; kind: string; image: string; at: Date };

const insertion = prepared((tx, { id, memberId, kind, image, at }: Insertion) =>
  tx.db
    .insertInto('change')
    .values({ workspace_id: tx.workspaceId, id, member_id: memberId, kind, image, created_at: at }),
);

const recordInsertion = prepared(
  (tx, { id, records, types, versions }: { id: string; records: string[]; types: string[]; versions: number[] }) => sql`
    insert into change_record (workspace_id, change_id, record_id, record_type, version_after)
    select ${tx.workspaceId}::uuid, ${id}::uuid, * from unnest(${records}::uuid[], ${types}::text[], ${versions}::int[])`,
);

export type ChangeRow = Selectable<ChangeTable>;

export async function lockChange(tx: Tx, id: string): Promise<ChangeRow | undefined> {
  return tx.db
    .selectFrom('change')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** What the hours moved (usecases/pace) is no act of the member's own; it is taken back as a whole, by its id. */
export const paceFitted = 'pace.fitted';
/** An act on many (usecases/bulk): the whole, whose id the user takes back, and a batch of it, which is taken back with it. */
export const bulkDone = 'bulk.done';
export const bulkPart = 'bulk.part';
const asWhole = [paceFitted, bulkDone, bulkPart];

/** The newest change of this member to a record that was not taken back. */
export async function lastChangeTo(tx: Tx, recordId: string, memberId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('change_record as r')
    .innerJoin('change as c', (join) =>
      join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.change_id'),
    )
    .select('c.id')
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.record_id', '=', recordId)
    .where('c.member_id', '=', memberId)
    .where('c.undone_at', 'is', null)
    .where('c.kind', 'not in', asWhole)
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The change that logged a moment, where it was not taken back: what undoes it. `recordId`: its opportunity, or its person. */
export async function changeOfMoment(tx: Tx, recordId: string, momentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.id from change_record r join change c on c.workspace_id = r.workspace_id and c.id = r.change_id
    where r.workspace_id = ${tx.workspaceId} and r.record_id = ${recordId} and c.undone_at is null
      and c.image -> 'made' -> 'moments' ? ${momentId} limit 1`.execute(tx.db);
  return rows[0]?.id;
}

export async function recordsOfChange(tx: Tx, changeId: string): Promise<ChangedRecord[]> {
  const rows = await tx.db
    .selectFrom('change_record')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('change_id', '=', changeId)
    .execute();
  return rows.map((row) => ({ type: row.record_type, id: row.record_id, version: row.version_after }));
}

export async function markUndone(tx: Tx, changeId: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('change')
    .set({ undone_at: at })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', changeId)
    .execute();
}

export async function markAllUndone(tx: Tx, changeIds: readonly string[], at: Date): Promise<void> {
  if (changeIds.length === 0) return;
  await tx.db
    .updateTable('change')
    .set({ undone_at: at })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', changeIds)
    .execute();
}
