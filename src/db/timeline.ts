import { type RawBuilder, sql } from 'kysely';
import type { TimelineEntry } from '#contract/opportunity';
import { selectMoments, toMomentView } from './moment-view.ts';
import { prepared } from './prepared.ts';
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

/** Written out in the statements: a kept plan would take it for a tenth of all there are. */
const pageLength = 40;

/** Where a page ended: what happened on an earlier day, or that day with a smaller id, comes after it. */
export type TimelinePlace = { on: string; id: string };

/**
 * What happened with a person, newest first: contact moments and events together, in pages by day and id, as the indexes have them. Not by
 * when they were written down: all that an import made bears one instant.
 */
export async function timelineOf(
  tx: Tx,
  personId: string,
  after: TimelinePlace | null,
): Promise<{ items: TimelineEntry[]; last: TimelinePlace | null }> {
  const [moments, events] = await Promise.all(
    after === null
      ? [newestMoments(tx, { personId }), newestEvents(tx, { personId })]
      : [olderMoments(tx, { personId, ...after }), olderEvents(tx, { personId, ...after })],
  );
  const found: { id: string; entry: TimelineEntry }[] = [
    ...moments.map((row) => ({ id: row.id, entry: momentEntry(row) })),
    ...events.map(({ id, memberId, memberName, at, ...row }) => ({
      id,
      entry: {
        ...row,
        at: at.toISOString(),
        member: memberId && memberName ? { id: memberId, name: memberName } : null,
      },
    })),
  ];
  const page = found
    .toSorted((a, b) => descending(`${a.entry.on} ${a.id}`, `${b.entry.on} ${b.id}`))
    .slice(0, pageLength);
  const end = page.length === pageLength ? page.at(-1) : undefined;
  return {
    // Within a day as they were written down.
    items: page.map(({ entry }) => entry).toSorted((a, b) => descending(`${a.on} ${a.at}`, `${b.on} ${b.at}`)),
    last: end ? { on: end.entry.on, id: end.id } : null,
  };
}

type Page = { personId: string };

const olderThan = (of: 'm' | 'e', { on, id }: TimelinePlace) =>
  sql<boolean>`(${sql.ref(`${of}.happened_on`)}, ${sql.ref(`${of}.id`)}) < (${on}::date, ${id}::uuid)`;

const momentsPage = (tx: Tx, { personId }: Page, where: RawBuilder<boolean>) =>
  selectMoments(tx)
    .leftJoin('opportunity as o', (join) =>
      join.onRef('o.workspace_id', '=', 'm.workspace_id').onRef('o.id', '=', 'm.opportunity_id'),
    )
    .select('o.title as opportunity_title')
    .where('m.person_id', '=', personId)
    .where('m.void_at', 'is', null)
    .where(where)
    .orderBy('m.happened_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(sql.lit(pageLength));

const newestMoments = prepared((tx, page: Page) => momentsPage(tx, page, sql`true`));
const olderMoments = prepared((tx, page: Page & TimelinePlace) => momentsPage(tx, page, olderThan('m', page)));

const eventsPage = (tx: Tx, { personId }: Page, where: RawBuilder<boolean>) => sql<EventRow>`
  select e.id, e.kind, e.happened_on as "on", e.created_at as at, e.opportunity_id as "opportunityId", o.title as "opportunityTitle", a.id as "memberId",
    a.name as "memberName", e.number, e.channel, e.reason, e.note, e.next_on as "nextOn"
  from event e left join opportunity o on o.workspace_id = e.workspace_id and o.id = e.opportunity_id
  left join member a on a.workspace_id = e.workspace_id and a.id = e.member_id
  where e.workspace_id = ${tx.workspaceId} and e.person_id = ${personId} and e.void_at is null and ${where}
  order by e.happened_on desc, e.id desc limit ${sql.lit(pageLength)}`;

const newestEvents = prepared((tx, page: Page) => eventsPage(tx, page, sql`true`));
const olderEvents = prepared((tx, page: Page & TimelinePlace) => eventsPage(tx, page, olderThan('e', page)));

const descending = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

function momentEntry(
  row: Parameters<typeof toMomentView>[0] & { opportunity_title: string | null; created_at: Date },
): TimelineEntry {
  return {
    kind: 'moment',
    on: row.happened_on,
    at: row.created_at.toISOString(),
    moment: toMomentView(row),
    opportunityTitle: row.opportunity_title,
  };
}

/** Minutes spent with a person, and give and ask of the last ten moments that had an intent. */
export async function effortWith(tx: Tx, personId: string): Promise<Effort> {
  return (await effort(tx, { personId }))[0] ?? { minutes: 0, give: 0, ask: 0 };
}

type Effort = { minutes: number; give: number; ask: number };

const effort = prepared(
  (tx, { personId }: { personId: string }) => sql<Effort>`
    select coalesce((select sum(minutes) from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId} and void_at is null), 0)::int as minutes,
      count(*) filter (where intent = 'give')::int as give, count(*) filter (where intent = 'ask')::int as ask
    from (select intent from moment where workspace_id = ${tx.workspaceId} and person_id = ${personId} and void_at is null and intent is not null order by happened_on desc, id desc limit 10) as latest`,
);
