import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

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
  // What no key holds (0028-speed.sql): triggers do, a statement at a time.
  const [events, unassigned, found, ofOpportunities, ofPersons] = await Promise.all([
    sql<{ id: string }>`
      select e.id from event e left join opportunity o on o.workspace_id = e.workspace_id and o.id = e.opportunity_id
      where e.workspace_id = ${tx.workspaceId} and e.opportunity_id is not null and o.id is null limit 100`.execute(
      tx.db,
    ),
    sql<{ id: string }>`
      select o.id from opportunity o left join member m on m.workspace_id = o.workspace_id and m.id = o.assignee_id
      where o.workspace_id = ${tx.workspaceId} and m.id is null limit 100`.execute(tx.db),
    sql<{
      kind: string;
      id: string;
    }>`select kind, record_id as id from text_search_astray(${tx.workspaceId}::uuid)`.execute(tx.db),
    sql<{ id: string }>`${values('opportunity')}`.execute(tx.db),
    sql<{ id: string }>`${values('person')}`.execute(tx.db),
  ]);
  return [
    ...events.rows.map(({ id }) => ({ what: 'event.opportunity_id', id })),
    ...unassigned.rows.map(({ id }) => ({ what: 'opportunity.assignee_id', id })),
    ...found.rows.map(({ kind, id }) => ({ what: `text_search.${kind}`, id })),
    ...[...ofOpportunities.rows, ...ofPersons.rows].map(({ id }) => ({ what: 'custom_value.words', id })),
  ];
}
