import { type RawBuilder, sql } from 'kysely';
import { refreshProofs } from './consent.ts';
import { type MergedRelationship, moveRelationship, partRelationship } from './merge-relationship.ts';
import type { Tx } from './transaction.ts';

/** What a merge moved, so that it can be taken back. `links`: the organisations of who disappeared; `linked`: those that were new to who stayed. */
export type Merged = {
  from: Record<string, unknown>;
  into: string;
  /** Consents are not in merges from before there were any. */
  moved: Partial<Record<MovedTable, string[]>>;
  links: { organisation_id: string; title: string | null }[];
  linked: string[];
  /** Not in merges from before there were any: rows of theirs as they were, and what was made of them. */
  relationship?: MergedRelationship;
};

const movedTables = [
  'opportunity',
  'appointment',
  'moment',
  'event',
  'promise',
  'consent',
  'permission_override',
  'rights_request',
  'mail',
  'person_file',
  'subscriber',
  'contact_request',
  'outbox',
] as const;
type MovedTable = (typeof movedTables)[number];

/** Everything of `from` becomes `into`'s: opportunities, moments, events, promises, organisations. */
export async function moveHistory(
  tx: Tx,
  from: string,
  into: string,
): Promise<Omit<Merged, 'from' | 'moved'> & { moved: Merged['moved'] & { opportunity: string[] } }> {
  const moved: Merged['moved'] & { opportunity: string[] } = { opportunity: [] };
  for (const table of movedTables) moved[table] = await movePerson(tx, table, sql`person_id = ${from}`, into);
  const links = await tx.db
    .selectFrom('person_organisation')
    .select(['organisation_id', 'title'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', from)
    .execute();
  const { rows: linked } = await sql<{ id: string }>`
    insert into person_organisation (workspace_id, person_id, organisation_id, title)
    select workspace_id, ${into}::uuid, organisation_id, title from person_organisation where workspace_id = ${tx.workspaceId} and person_id = ${from}
    on conflict do nothing returning organisation_id as id`.execute(tx.db);
  const relationship = await moveRelationship(tx, from, into);
  return { into, moved, links, linked: linked.map((row) => row.id), relationship };
}

/** What a merge from before there was permission, own fields, or days that never suit, did not keep. */
const later = { non_mailing: false, phone_private: false, proofs: [], custom: {}, never_days: [] };

/** Who disappeared is there again, with what was theirs. Before this the rows are as the merge left them. */
export async function unmerge(tx: Tx, { from, into, moved, links, linked, relationship }: Merged): Promise<string> {
  const id = String(from['id']);
  await sql`insert into person select * from jsonb_populate_record(null::person, ${JSON.stringify({ ...later, ...from })}::jsonb)`.execute(
    tx.db,
  );
  // A merge of before there were requests has none in its image.
  for (const table of movedTables) await movePerson(tx, table, sql`id = any(${moved[table] ?? []}::uuid[])`, id);
  await refreshProofs(tx, [id, into]);
  await sql`
    delete from person_organisation
    where workspace_id = ${tx.workspaceId} and person_id = ${into} and organisation_id = any(${linked}::uuid[])`.execute(
    tx.db,
  );
  for (const link of links)
    await tx.db
      .insertInto('person_organisation')
      .values({ workspace_id: tx.workspaceId, person_id: id, ...link })
      .execute();
  if (relationship) await partRelationship(tx, relationship, into, id);
  return id;
}

/** An opportunity gets a newer version: an undo of before would give it back to somebody who is no longer there. */
async function movePerson(tx: Tx, table: MovedTable, which: RawBuilder<unknown>, to: string): Promise<string[]> {
  const newer = table === 'opportunity' ? sql`, version = version + 1` : sql``;
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(table)} set person_id = ${to} ${newer} where workspace_id = ${tx.workspaceId} and ${which} returning id`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** What stands on a person, and forbids deleting. */
export async function standsOn(tx: Tx, personId: string): Promise<{ opportunities: number; moments: number }> {
  const { rows } = await sql<{ opportunities: number; moments: number }>`
    select (select count(*)::int from opportunity where workspace_id = ${tx.workspaceId} and person_id = ${personId}) as opportunities,
      (select count(*)::int from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId}) as moments`.execute(
    tx.db,
  );
  return rows[0] ?? { opportunities: 0, moments: 0 };
}

export async function deleteEventsAndPromises(tx: Tx, personId: string): Promise<void> {
  await sql`delete from event where workspace_id = ${tx.workspaceId} and person_id = ${personId}`.execute(tx.db);
  await sql`delete from promise where workspace_id = ${tx.workspaceId} and person_id = ${personId}`.execute(tx.db);
  // Mail of moments that were taken back, and of series.
  await sql`delete from outbox where workspace_id = ${tx.workspaceId} and person_id = ${personId}`.execute(tx.db);
}
