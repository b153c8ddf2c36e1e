import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type ClearingRow = {
  id: string;
  name: string;
  organisation: string | null;
  lastOn: string;
  opportunities: number;
  moments: number;
};

/**
 * Proposes persons with whom nobody spoke since `before`: no open opportunity, never bought, nothing promised, not held already. The last
 * two-way contact is a conversation, a message of theirs, or the last of an imported history; without any, the day they came in. Answers whom.
 */
export async function proposeClearing(tx: Tx, before: string, today: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into clearing (workspace_id, id, last_on, proposed_on)
    select p.workspace_id, p.id, x.last_on, ${today}::date from person p
    cross join lateral (
      select greatest(p.created_on,
        (select max(m.happened_on) from moment m where m.workspace_id = p.workspace_id and m.person_id = p.id and m.void_at is null
          and m.outcome not in ('no_answer', 'message_left')),
        (select max(e.happened_on) from event e where e.workspace_id = p.workspace_id and e.person_id = p.id and e.void_at is null
          and e.kind = 'inbound'),
        (select max(o.opening_last_on) from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id)) as last_on
    ) as x
    where p.workspace_id = ${tx.workspaceId} and p.created_on < ${before}::date and p.restricted_on is null and x.last_on < ${before}::date
      and not exists (select from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id and o.state in ('open', 'won'))
      and not exists (select from promise r where r.workspace_id = p.workspace_id and r.person_id = p.id and r.state = 'open')
      and not exists (select from clearing c where c.workspace_id = p.workspace_id and c.id = p.id and (c.state = 'proposed' or c.kept_until >= ${today}::date))
    order by x.last_on, p.id limit ${limit}
    on conflict (workspace_id, id) do update set last_on = excluded.last_on, proposed_on = excluded.proposed_on, state = 'proposed', reason = null, kept_until = null
    returning id`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** With whom somebody is in touch again since they were proposed: no longer something to clear. */
export async function forgetOutdated(tx: Tx, before: string): Promise<void> {
  await sql`
    delete from clearing c where c.workspace_id = ${tx.workspaceId} and c.state = 'proposed' and (
      exists (select from opportunity o where o.workspace_id = c.workspace_id and o.person_id = c.id and o.state in ('open', 'won'))
      or exists (select from person p where p.workspace_id = c.workspace_id and p.id = c.id and p.restricted_on is not null)
      or exists (select from moment m where m.workspace_id = c.workspace_id and m.person_id = c.id and m.void_at is null
        and m.happened_on >= ${before}::date and m.outcome not in ('no_answer', 'message_left')))`.execute(tx.db);
}

export async function countClearing(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from clearing where workspace_id = ${tx.workspaceId} and state = 'proposed'`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

/** The longest silent first, with what stands on them. */
export async function proposedToClear(tx: Tx, limit: number): Promise<ClearingRow[]> {
  const { rows } = await sql<ClearingRow>`
    select c.id, p.name, c.last_on as "lastOn",
      (select g.name from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
        where l.workspace_id = p.workspace_id and l.person_id = p.id order by g.id limit 1) as organisation,
      (select count(*)::int from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id) as opportunities,
      (select count(*)::int from moment m where m.workspace_id = p.workspace_id and m.person_id = p.id and m.void_at is null) as moments
    from clearing c join person p on p.workspace_id = c.workspace_id and p.id = c.id
    where c.workspace_id = ${tx.workspaceId} and c.state = 'proposed' order by c.last_on, c.id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

/** Which of these are proposed now. */
export async function stillProposed(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from clearing where workspace_id = ${tx.workspaceId} and state = 'proposed' and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

export async function keepProposed(tx: Tx, ids: readonly string[], reason: string, until: string): Promise<void> {
  await sql`
    update clearing set state = 'kept', reason = ${reason}, kept_until = ${until}::date
    where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx.db);
}

export async function dropProposed(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from clearing where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  );
}
