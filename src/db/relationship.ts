import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { Channel, Intent } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

export type RelationshipFacts = {
  lastOn: Day | null;
  ever: number;
  talks: Partial<Record<Channel, number>>;
  inbound: number;
  kept: number;
  brought: number;
  bought: number;
  /** Newest first, of the last ten moments that had one. */
  intents: Intent[];
  wonOn: Day | null;
  /** Of the moments of attention since that sale, newest first. */
  sinceSale: (Intent | null)[];
  promises: { mineKept: number; mineBroken: number; theirsKept: number; theirsBroken: number; moved: number };
};

const isTalk = sql`m.outcome not in ('no_answer', 'message_left')`;

/** All that the strength of a relationship, the balance and the proposed act are read from, in one question; `since` is a year ago. */
export async function relationshipFacts(tx: Tx, personId: string, since: Day): Promise<RelationshipFacts> {
  const of = (table: string) =>
    sql`${sql.table(table)} m where m.workspace_id = ${tx.workspaceId} and m.person_id = ${personId}`;
  const { rows } = await sql<RelationshipFacts>`
    with history as materialized (select m.* from ${of('moment')} and m.void_at is null),
      sale as (select max(m.ended_on) as won_on from ${of('opportunity')} and m.state = 'won')
    select max(m.happened_on) filter (where ${isTalk}) as "lastOn", count(*) filter (where ${isTalk})::int as ever,
      (select coalesce(jsonb_object_agg(c.channel, c.count), '{}') from (
        select m.channel, count(*)::int as count from history m where ${isTalk} and m.happened_on > ${since}::date group by 1) as c) as talks,
      (select count(*)::int from ${of('event')} and m.kind = 'inbound' and m.void_at is null and m.happened_on > ${since}::date) as inbound,
      (select count(*)::int from ${of('promise')} and m.promised_by = 'them' and m.state = 'kept' and m.settled_on > ${since}::date) as kept,
      (select count(*)::int from connection c where c.workspace_id = ${tx.workspaceId} and c.person_id = ${personId} and c.kind = 'introduced'
        and c.created_at > ${since}::date) as brought,
      count(*) filter (where m.outcome = 'bought' and m.happened_on > ${since}::date)::int as bought,
      array(select m.intent from history m where m.intent is not null order by m.happened_on desc, m.id desc limit 10) as intents,
      (select won_on from sale) as "wonOn",
      array(select m.intent from history m, sale where m.opportunity_id is null and m.happened_on >= sale.won_on and m.outcome <> 'no_answer'
        order by m.happened_on desc, m.id desc limit 20) as "sinceSale",
      (select jsonb_build_object('mineKept', count(*) filter (where m.promised_by = 'me' and m.state = 'kept'),
        'mineBroken', count(*) filter (where m.promised_by = 'me' and m.state = 'broken'),
        'theirsKept', count(*) filter (where m.promised_by = 'them' and m.state = 'kept'),
        'theirsBroken', count(*) filter (where m.promised_by = 'them' and m.state = 'broken'),
        'moved', coalesce(sum(m.moved), 0)) from ${of('promise')}) as promises
    from history m`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error('a count always answers');
  return row;
}

/** The last real contact with a person, of any opportunity or of attention. */
export async function lastTalkOn(tx: Tx, personId: string): Promise<Day | null> {
  const { rows } = await sql<{ on: Day | null }>`
    select max(m.happened_on) as on from moment m
    where m.workspace_id = ${tx.workspaceId} and m.person_id = ${personId} and m.void_at is null and ${isTalk}`.execute(
    tx.db,
  );
  return rows[0]?.on ?? null;
}
