import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * What refers to what, and by which column its row is named, where no key holds it (0028-speed.sql, 0035-checked-at-once.sql): triggers do, a statement
 * at a time, and not for who puts back a backup.
 */
const heldByTriggers = [
  ['event', 'opportunity_id', 'opportunity', 'id'],
  ['opportunity', 'assignee_id', 'member', 'id'],
  ['opportunity', 'person_id', 'person', 'id'],
  ['opportunity', 'organisation_id', 'organisation', 'id'],
  ['person_organisation', 'person_id', 'person', 'person_id'],
  ['person_organisation', 'organisation_id', 'organisation', 'person_id'],
] as const;

/**
 * Records whose values of custom fields, or whose words to be found by, are not what the records themselves say (0017-board.sql), and those that
 * belong to nobody; the first hundred of each.
 */
export async function astray(tx: Tx): Promise<{ what: string; id: string }[]> {
  const values = (table: 'opportunity' | 'person') => sql`
    select r.id from ${sql.table(table)} r
    where r.workspace_id = ${tx.workspaceId} and (r.custom <> '{}' or exists (
      select from custom_value v where v.workspace_id = r.workspace_id and v.record_id = r.id))
      and (select count(*) from jsonb_object_keys(r.custom)) <> (
        select count(*) from custom_value v where v.workspace_id = r.workspace_id and v.record_id = r.id
          and coalesce(v.words, v.number::text) = case when jsonb_typeof(r.custom -> v.field) = 'number'
            then ((r.custom ->> v.field)::double precision)::text else lower(left(r.custom ->> v.field, 200)) end)
    limit 100`;
  const belongsToNobody = async ([table, column, to, id]: (typeof heldByTriggers)[number]) => {
    const { rows } = await sql<{ id: string }>`
      select r.${sql.ref(id)} as id from ${sql.table(table)} r left join ${sql.table(to)} t on t.workspace_id = r.workspace_id and t.id = r.${sql.ref(column)}
      where r.workspace_id = ${tx.workspaceId} and r.${sql.ref(column)} is not null and t.id is null limit 100`.execute(
      tx.db,
    );
    return rows.map((row) => ({ what: `${table}.${column}`, id: row.id }));
  };
  const [lost, found, ofOpportunities, ofPersons] = await Promise.all([
    Promise.all(heldByTriggers.map(belongsToNobody)),
    sql<{
      kind: string;
      id: string;
    }>`select kind, record_id as id from text_search_astray(${tx.workspaceId}::uuid)`.execute(tx.db),
    sql<{ id: string }>`${values('opportunity')}`.execute(tx.db),
    sql<{ id: string }>`${values('person')}`.execute(tx.db),
  ]);
  return [
    ...lost.flat(),
    ...found.rows.map(({ kind, id }) => ({ what: `text_search.${kind}`, id })),
    ...[...ofOpportunities.rows, ...ofPersons.rows].map(({ id }) => ({ what: 'custom_value.words', id })),
  ];
}
