import { sql } from 'kysely';
import type { TimelineEntry } from '#contract/opportunity';
import { selectMoments, toMomentView } from './moment-view.ts';
import type { Tx } from './transaction.ts';

type EventRow = {
  id: string;
  kind: Exclude<TimelineEntry['kind'], 'moment'>;
  on: string;
  at: Date;
  opportunityId: string | null;
  opportunityTitle: string | null;
  memberId: string | null;
  memberName: string | null;
  number: number | null;
  channel: string | null;
  reason: string | null;
  note: string | null;
  nextOn: string | null;
};

/** What happened with a person, newest first: contact moments and events together, `before` an instant for the next page. */
export async function timelineOf(
  tx: Tx,
  personId: string,
  limit: number,
  before: Date | null,
): Promise<TimelineEntry[]> {
  const older = before ? sql<boolean>`m.created_at < ${before}` : sql<boolean>`true`;
  const [moments, events] = await Promise.all([
    selectMoments(tx)
      .leftJoin('opportunity as o', (join) =>
        join.onRef('o.workspace_id', '=', 'm.workspace_id').onRef('o.id', '=', 'm.opportunity_id'),
      )
      .select('o.title as opportunity_title')
      .where('m.person_id', '=', personId)
      .where('m.void_at', 'is', null)
      .where(older)
      .orderBy('m.created_at', 'desc')
      .limit(sql.lit(limit))
      .execute(),
    sql<EventRow>`
      select e.id, e.kind, e.happened_on as "on", e.created_at as at, e.opportunity_id as "opportunityId", o.title as "opportunityTitle", a.id as "memberId",
        a.name as "memberName", e.number, e.channel, e.reason, e.note, e.next_on as "nextOn"
      from event e left join opportunity o on o.workspace_id = e.workspace_id and o.id = e.opportunity_id
      left join member a on a.workspace_id = e.workspace_id and a.id = e.member_id
      where e.workspace_id = ${tx.workspaceId} and e.person_id = ${personId} and e.void_at is null and ${before ? sql`e.created_at < ${before}` : sql`true`}
      order by e.created_at desc limit ${sql.lit(limit)}`.execute(tx.db),
  ]);
  const entries: TimelineEntry[] = [
    ...moments.map((row): TimelineEntry => ({
      kind: 'moment',
      on: row.happened_on,
      at: row.created_at.toISOString(),
      moment: toMomentView(row),
      opportunityTitle: row.opportunity_title,
    })),
    ...events.rows.map(({ id: _, memberId, memberName, at, ...row }): TimelineEntry => ({
      ...row,
      at: at.toISOString(),
      member: memberId && memberName ? { id: memberId, name: memberName } : null,
    })),
  ];
  return entries.toSorted((a, b) => (a.on === b.on ? (a.at < b.at ? 1 : -1) : a.on < b.on ? 1 : -1)).slice(0, limit);
}

/** Minutes spent with a person, and give and ask of the last ten moments that had an intent. */
export async function effortWith(tx: Tx, personId: string): Promise<{ minutes: number; give: number; ask: number }> {
  const { rows } = await sql<{ minutes: number; give: number; ask: number }>`
    select coalesce((select sum(minutes) from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId} and void_at is null), 0)::int as minutes,
      count(*) filter (where intent = 'give')::int as give, count(*) filter (where intent = 'ask')::int as ask
    from (select intent from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId} and void_at is null and intent is not null order by happened_on desc, id desc limit 10) as latest`.execute(
    tx.db,
  );
  return rows[0] ?? { minutes: 0, give: 0, ask: 0 };
}
