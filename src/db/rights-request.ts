import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Day } from '#core/day/day';
import type { RightsRequestTable } from './privacy-tables.ts';
import type { Tx } from './transaction.ts';

export type RequestRow = Selectable<RightsRequestTable> & {
  person_name: string | null;
  member_name: string;
  erase_on: Day | null;
  restricted: boolean;
  objected: boolean;
  handed_over: boolean;
  corrected: boolean;
};

const columns = sql`r.*, p.name as person_name, p.erase_on, coalesce(p.restricted_on is not null, false) as restricted,
  coalesce(p.objected_on is not null, false) as objected,
  exists (select from rights_log l where l.workspace_id = r.workspace_id and l.person_id = r.person_id and l.kind = 'exported'
    and l.created_at >= r.received_on) as handed_over,
  exists (select from change_record x join change c on c.workspace_id = x.workspace_id and c.id = x.change_id
    where x.workspace_id = r.workspace_id and x.record_id = r.person_id and c.kind = 'person.updated' and c.undone_at is null
    and c.created_at >= r.received_on) as corrected,
  (select m.name from member m where m.workspace_id = r.workspace_id and m.id = r.member_id) as member_name`;
const from = (tx: Tx) => sql`
  from rights_request r left join person p on p.workspace_id = r.workspace_id and p.id = r.person_id
  where r.workspace_id = ${tx.workspaceId}`;

/** Open ones first, by the day they are due; then the newest of the rest. */
export async function requestsOf(tx: Tx, which: 'open' | 'all', limit: number): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} ${from(tx)} and ${which === 'open' ? sql`r.state = 'open'` : sql`true`}
    order by r.state <> 'open', case when r.state = 'open' then r.due_on end, r.received_on desc, r.id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

export async function findRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${columns} ${from(tx)} and r.id = ${id}`.execute(tx.db);
  return rows[0];
}

export async function lockRequest(tx: Tx, id: string): Promise<Selectable<RightsRequestTable> | undefined> {
  return tx.db
    .selectFrom('rights_request')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The first day on which an open request of this person for this is due. */
export async function openRequestOf(
  tx: Tx,
  personId: string,
  kind: RightsRequestTable['kind'],
): Promise<{ id: string; due_on: RequestRow['due_on'] } | undefined> {
  return tx.db
    .selectFrom('rights_request')
    .select(['id', 'due_on'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirst();
}

export async function insertRequest(tx: Tx, row: Omit<Insertable<RightsRequestTable>, 'workspace_id'>): Promise<void> {
  await tx.db
    .insertInto('rights_request')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

export async function updateRequest(tx: Tx, id: string, values: Updateable<RightsRequestTable>): Promise<void> {
  await tx.db
    .updateTable('rights_request')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function countOpenRequests(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from rights_request where workspace_id = ${tx.workspaceId} and state = 'open'`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

/** Of one person, the newest first. */
export async function requestsOfPerson(tx: Tx, personId: string): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} ${from(tx)} and r.person_id = ${personId} order by r.received_on desc, r.id desc limit 50`.execute(
    tx.db,
  );
  return rows;
}
