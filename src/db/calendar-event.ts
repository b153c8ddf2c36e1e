import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

export type ReadEvent = {
  id: string;
  key: string;
  starts_at: Date;
  ends_at: Date;
  busy: boolean;
  all_day: boolean;
  person_id: string | null;
  title: string | null;
};

/** What a member's calendar says of these days from now on; what was settled stays so. Older than the days is let go. */
export async function replaceEvents(tx: Tx, memberId: string, events: readonly ReadEvent[]): Promise<void> {
  await sql`
    delete from calendar_event
    where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and key <> all(${events.map((one) => one.key)}::text[])`.execute(
    tx.db,
  );
  if (events.length === 0) return;
  await sql`
    insert into calendar_event (workspace_id, member_id, id, key, starts_at, ends_at, busy, all_day, person_id, title)
    select ${tx.workspaceId}::uuid, ${memberId}::uuid, e.id, e.key, e.starts_at, e.ends_at, e.busy, e.all_day, e.person_id, e.title
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as e (id uuid, key text, starts_at timestamptz, ends_at timestamptz, busy boolean, all_day boolean, person_id uuid, title text)
    on conflict (workspace_id, member_id, key) do update
      set busy = excluded.busy, ends_at = excluded.ends_at, person_id = excluded.person_id, title = excluded.title`.execute(
    tx.db,
  );
}

export async function deleteEvents(tx: Tx, memberId: string): Promise<void> {
  await tx.db
    .deleteFrom('calendar_event')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}

export async function busyBetween(
  tx: Tx,
  memberId: string,
  from: Date,
  until: Date,
): Promise<{ startsAt: Date; endsAt: Date }[]> {
  const { rows } = await sql<{ startsAt: Date; endsAt: Date }>`
    select starts_at as "startsAt", ends_at as "endsAt" from calendar_event
    where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and starts_at < ${until} and ends_at > ${from} and busy
    order by starts_at`.execute(tx.db);
  return rows;
}

export type MeetingRow = {
  id: string;
  personId: string;
  name: string;
  title: string;
  startsAt: Date;
  opportunityId: string | null;
};

/** Meetings since `since` that ended, with people of whom nothing was logged since the day before; the oldest first. */
export async function meetingsToAsk(
  tx: Tx,
  memberId: string,
  { since, now }: { since: Date; now: Date },
): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select e.id, p.id as "personId", p.name, e.title, e.starts_at as "startsAt",
      (select o.id from opportunity o where o.workspace_id = e.workspace_id and o.person_id = p.id and o.assignee_id = ${memberId} and o.state = 'open'
        order by o.next_on, o.id limit 1) as "opportunityId"
    from calendar_event e join person p on p.workspace_id = e.workspace_id and p.id = e.person_id
    where e.workspace_id = ${tx.workspaceId} and e.member_id = ${memberId} and e.starts_at between ${since} and ${now} and e.ends_at <= ${now}
      and e.settled_at is null and not e.all_day and p.restricted_on is null and p.erase_on is null
      and not exists (select from moment m where m.workspace_id = e.workspace_id and m.person_id = p.id and m.void_at is null
        and m.created_at >= e.starts_at)
    order by e.starts_at, e.id limit 10`.execute(tx.db);
  return rows;
}

/** False when this member has no such meeting. */
export async function settleEvent(tx: Tx, memberId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('calendar_event')
    .set({ settled_at: at })
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who has one of these addresses or names; not who is restricted, being erased, or objected. A name that several have is nobody's. */
export async function peopleCalled(
  tx: Tx,
  emailKeys: readonly string[],
  nameKeys: readonly string[],
): Promise<{ id: string; emailKey: string | null; nameKey: string }[]> {
  const { rows } = await sql<{ id: string; emailKey: string | null; nameKey: string }>`
    select id, email_key as "emailKey", name_key as "nameKey" from person
    where workspace_id = ${tx.workspaceId} and restricted_on is null and erase_on is null and objected_on is null
      and (email_key = any(${[...emailKeys]}::text[]) or name_key = any(${[...nameKeys]}::text[]))
    order by id limit 1000`.execute(tx.db);
  return rows;
}
