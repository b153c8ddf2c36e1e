import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type DoneRow = {
  momentId: string;
  opportunityId: string | null;
  personId: string | null;
  personName: string;
  number: number | null;
  outcome: string;
  at: Date;
  changeId: string | null;
};

/** Moments of a member on a day, newest first, with the change that can take each back. */
export async function doneList(tx: Tx, memberId: string, on: string, limit: number): Promise<DoneRow[]> {
  const { rows } = await sql<DoneRow>`
    select m.id as "momentId", m.opportunity_id as "opportunityId", m.person_id as "personId", coalesce(p.name, o.title, '') as "personName", m.number, m.outcome,
      m.created_at as at,
      (select c.id from change_record r join change c on c.workspace_id = r.workspace_id and c.id = r.change_id
        where r.workspace_id = m.workspace_id and r.record_id = m.opportunity_id and c.undone_at is null and c.image -> 'made' -> 'moments' ? m.id::text limit 1) as "changeId"
    from moment m
    left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
    left join opportunity o on o.workspace_id = m.workspace_id and o.id = m.opportunity_id
    where m.workspace_id = ${tx.workspaceId} and m.member_id = ${memberId} and m.happened_on = ${on}::date and m.void_at is null
    order by m.created_at desc, m.id desc limit ${limit}`.execute(tx.db);
  return rows;
}
