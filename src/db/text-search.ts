import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type TextHit = { kind: 'moment' | 'event' | 'organisation'; id: string };

/** Notes or organisations with these words, or with words like them (0017-board.sql). `folded`: core/import/fold-text. */
export async function searchText(
  tx: Tx,
  kinds: readonly TextHit['kind'][],
  folded: string,
  most: number,
  similar: boolean,
): Promise<TextHit[]> {
  const { rows } = await sql<TextHit>`
    select kind, record_id as id from search_text(${tx.workspaceId}::uuid, ${[...kinds]}::text[], ${folded}, ${similar}, ${most})`.execute(
    tx.db,
  );
  return rows;
}

export type NoteHit = {
  id: string;
  note: string;
  on: string;
  personId: string | null;
  opportunityId: string | null;
  name: string | null;
};

/** The notes themselves, of what counts still, newest first. */
export async function notesOf(tx: Tx, hits: readonly TextHit[]): Promise<NoteHit[]> {
  const ids = (kind: TextHit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const of = (table: 'moment' | 'event', at: readonly string[]) => sql`
    select n.id, left(n.note, 4000) as note, n.happened_on as "on", coalesce(n.person_id, o.person_id) as "personId", n.opportunity_id as "opportunityId",
      coalesce(p.name, g.name, nullif(o.title, '')) as name
    from ${sql.table(table)} n
    left join opportunity o on o.workspace_id = n.workspace_id and o.id = n.opportunity_id
    left join person p on p.workspace_id = n.workspace_id and p.id = coalesce(n.person_id, o.person_id)
    left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
    where n.workspace_id = ${tx.workspaceId} and n.id = any(${[...at]}::uuid[]) and n.void_at is null and n.note is not null`;
  if (hits.length === 0) return [];
  const { rows } = await sql<NoteHit>`
    ${of('moment', ids('moment'))} union all ${of('event', ids('event'))} order by "on" desc, id desc`.execute(tx.db);
  return rows;
}

/** In the order of the ids. */
export async function organisationNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[]) order by name_key, id`.execute(
    tx.db,
  );
  return rows;
}
