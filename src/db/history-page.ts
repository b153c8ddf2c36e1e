import { type Selectable, sql } from 'kysely';
import { toDay } from '#core/day/day';
import type { MomentFacts } from '#core/opportunity/facts';
import type { StateEvent } from '#core/verify/state-of-events';
import type { StoredOpportunity } from '#core/verify/verify-opportunity';
import type { StoredPerson } from '#core/verify/verify-person';
import { toMomentFacts, type MomentRow } from './moment.ts';
import { type OpportunityRow, toFacts } from './opportunity.ts';
import type { EventTable } from './tables.ts';
import { proofsOf } from './consent.ts';
import type { Tx } from './transaction.ts';

/** Before the first id. */
export const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Opportunities with their history, the next `limit` by id: four statements a page, however many there are. */
export async function opportunityPage(tx: Tx, afterId: string, limit: number): Promise<StoredOpportunity[]> {
  const { rows } = await sql<OpportunityRow & { out_of_ranking: boolean | null }>`
    -- An objection, a restriction, or gone (0017): all three are left out of ranking.
    select o.*, case when o.erased_on is not null then true when o.person_id is not null then coalesce(p.objected_on, p.restricted_on) is not null end as out_of_ranking
    from opportunity o
    left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    where o.workspace_id = ${tx.workspaceId} and o.id > ${afterId} order by o.id limit ${limit}`.execute(tx.db);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [moments, events] = await Promise.all([momentsOfAll(tx, ids), eventsOfAll(tx, ids)]);
  return rows.map((row) => stored(row, row.out_of_ranking, moments.get(row.id) ?? [], events.get(row.id) ?? []));
}

type EventRow = Pick<Selectable<EventTable>, 'kind' | 'happened_on' | 'reason' | 'stop_kind' | 'created_at'> & {
  opportunity_id: string;
};

function stored(
  row: OpportunityRow,
  personObjected: boolean | null,
  moments: readonly MomentRow[],
  events: readonly EventRow[],
): StoredOpportunity {
  const needed = [row.next_on, row.next_channel, row.next_intent, row.next_purpose].filter((part) => part !== null);
  const optional = [row.next_at, row.next_step, row.next_act].filter((part) => part !== null);
  return {
    facts: toFacts(row),
    bucket: row.bucket,
    rankValue: row.rank_value,
    nextColumns: { needed: needed.length, filled: needed.length + optional.length },
    moments: moments.filter((moment) => moment.void_at === null).map((moment): MomentFacts => toMomentFacts(moment)),
    voidWithNumber: moments.filter((m) => m.void_at !== null && m.number !== null).map((m) => m.id),
    inbounds: events
      .filter((event) => event.kind === 'inbound')
      .map((event) => ({ on: toDay(event.happened_on), at: event.created_at })),
    events: events.flatMap(({ kind, reason, stop_kind }): StateEvent[] =>
      decidesState(kind) ? [{ kind, reason, stopKind: stop_kind }] : [],
    ),
    personObjected,
  };
}

const deciding: ReadonlySet<string> = new Set<StateEvent['kind']>(['created', 'imported', 'stopped', 'won', 'revived']);
const decidesState = (kind: EventRow['kind']): kind is StateEvent['kind'] => deciding.has(kind);

async function momentsOfAll(tx: Tx, ids: readonly string[]): Promise<Map<string, MomentRow[]>> {
  const { rows } = await sql<MomentRow & { opportunity_id: string }>`
    select opportunity_id, id, member_id, number, channel, outcome, warmth_before, minutes, minutes_told, happened_on, fills_opening, void_at, created_at
    from moment where workspace_id = ${tx.workspaceId} and opportunity_id = any(${ids}::uuid[])`.execute(tx.db);
  return byOpportunity(rows);
}

/** Those that count, in the order in which they happened. */
async function eventsOfAll(tx: Tx, ids: readonly string[]): Promise<Map<string, EventRow[]>> {
  const { rows } = await sql<EventRow>`
    select opportunity_id, kind, happened_on, reason, stop_kind, created_at from event
    where workspace_id = ${tx.workspaceId} and opportunity_id = any(${ids}::uuid[]) and void_at is null
      and kind in ('created', 'imported', 'stopped', 'won', 'revived', 'inbound')
    -- By id, not by the clock: that may be set back, and ids made one after the other rise.
    order by opportunity_id, id`.execute(tx.db);
  return byOpportunity(rows);
}

function byOpportunity<T extends { opportunity_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.opportunity_id);
    if (group) group.push(row);
    else groups.set(row.opportunity_id, [row]);
  }
  return groups;
}

export async function personIdsAfter(tx: Tx, afterId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where workspace_id = ${tx.workspaceId} and id > ${afterId} order by id limit ${limit}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** Persons with what they are found by, the next `limit` by id. */
export async function personPage(tx: Tx, afterId: string, limit: number): Promise<StoredPerson[]> {
  const { rows } = await sql<StoredPerson>`
    with page as materialized (
      select id, name, email, phone, proofs, care_from, care_every_days, import_id from person
      where workspace_id = ${tx.workspaceId} and id > ${afterId} order by id limit ${limit}
    )
    select p.id, p.name, p.email, p.phone, s.folded_text as "searchText",
      exists (select from import i where i.workspace_id = ${tx.workspaceId} and i.id = p.import_id and i.words_due) as "wordsDue", coalesce(s.words_missing, '{}') as "wordsMissing",
      array(select g.name from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
        where l.workspace_id = ${tx.workspaceId} and l.person_id = p.id order by g.id) as organisations,
      p.proofs::text as "proofs", ${proofsOf(sql`p.id`, tx)}::text as "proofsGiven",
      json_build_object('from', p.care_from, 'everyDays', p.care_every_days) as care,
      array(select t.every_weeks from person_tag l join tag t on t.workspace_id = l.workspace_id and t.id = l.tag_id
        where l.workspace_id = ${tx.workspaceId} and l.person_id = p.id and t.every_weeks is not null) as "tagWeeks",
      (select coalesce(json_agg(json_build_object('id', d.id, 'month', d.month, 'day', d.day, 'nextOn', d.next_on)), '[]') from important_day d
        where d.workspace_id = ${tx.workspaceId} and d.person_id = p.id) as days
    from page p
    left join search_person_read(${tx.workspaceId}::uuid, (select array_agg(id) from page)) s on s.person_id = p.id
    order by p.id`.execute(tx.db);
  return rows;
}
