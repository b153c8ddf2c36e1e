import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { graceDays } from '#core/relationship/important-day';
import type { DayKind } from '#core/relationship/important-day';
import type { Channel, Intent } from '#core/opportunity/vocabulary';
import { type ContactColumns, contactColumnsOf } from './known-contact.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type CareRow = {
  id: string;
  name: string;
  email: string | null;
  email_dead_on: Day | null;
  phone: string | null;
  linkedin: string | null;
  organisation: string | null;
  careOn: string;
  careChannel: Channel | null;
  /** Null: it is their turn in the rhythm. */
  day: { id: string; version: number; kind: DayKind; name: string; year: number | null; nextOn: string } | null;
  /** Of the moments of attention since the last sale, newest first; null without a sale. */
  sinceSale: (Intent | null)[] | null;
  lastIntents: Intent[];
  /** The last conversation. */
  spokeOn: Day | null;
} & ContactColumns;

/**
 * To whom attention is due (definition 3): first whose day it is, by that day, then in the order of their turn. One's own by index; those whom
 * nobody keeps in touch with yet are theirs who work with them, or of all. A day with a real contact since it stood here is done, without
 * anybody saying so. One statement, and probes of indexes only. `until`: how far days are looked ahead. `limit`: of days, and as many of those
 * whose turn it is, so that days that are far off keep nobody waiting.
 */
export function careDue(tx: Tx, memberId: string, today: string, until: string, limit: number): Promise<CareRow[]> {
  const statement = statements.get(limit) ?? careStatement(limit);
  statements.set(limit, statement);
  return statement(tx, { memberId, today, until });
}

/** By limit; there are two. */
const statements = new Map<number, ReturnType<typeof careStatement>>();

const careStatement = (limit: number) =>
  prepared((tx, { memberId, today, until }: { memberId: string; today: string; until: string }) => {
    const turn = sql`p.workspace_id = ${tx.workspaceId} and p.care_on <= ${today}::date and p.objected_on is null and p.restricted_on is null`;
    // Written out: a kept plan would take it for a tenth of all there are, and sort them.
    const most = sql.lit(limit);
    const columns = sql`p.workspace_id, p.id, p.name, p.email_dead_on, p.linkedin, ${contactColumnsOf('p')}`;
    return sql<CareRow>`
    select x.id, x.name, x.email_dead_on, x.linkedin, x.at as "careOn", x.channel as "careChannel", x.day, ${contactColumnsOf('x')},
      (select m.happened_on from moment m where m.workspace_id = x.workspace_id and m.person_id = x.id and m.void_at is null
        and m.outcome not in ('no_answer', 'message_left') order by m.happened_on desc, m.id desc limit 1) as "spokeOn",
      (select g.name from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
        where l.workspace_id = x.workspace_id and l.person_id = x.id limit 1) as organisation,
      (select case when max(o.ended_on) is null then null else coalesce((
        select jsonb_agg(m.intent order by m.happened_on desc, m.id desc) from moment m
        where m.workspace_id = x.workspace_id and m.person_id = x.id and m.void_at is null and m.opportunity_id is null
          and m.happened_on >= max(o.ended_on) and m.outcome <> 'no_answer'), '[]') end
        from opportunity o where o.workspace_id = x.workspace_id and o.person_id = x.id and o.state = 'won') as "sinceSale",
      array(select m.intent from moment m where m.workspace_id = x.workspace_id and m.person_id = x.id and m.void_at is null and m.intent is not null
        order by m.happened_on desc, m.id desc limit 2) as "lastIntents"
    from (
      (select ${columns}, d.next_on as at, p.care_channel as channel, 0 as turn,
        jsonb_build_object('id', d.id, 'version', d.version, 'kind', d.kind, 'name', d.name, 'year', d.year, 'nextOn', d.next_on) as day
      from important_day d join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
      where d.workspace_id = ${tx.workspaceId} and d.member_id = ${memberId} and d.next_on is not null and d.show_on <= ${until}::date
        and d.next_on >= ${today}::date - ${sql.lit(graceDays)} and p.objected_on is null and p.restricted_on is null
        and not exists (select from moment m where m.workspace_id = d.workspace_id and m.person_id = d.person_id and m.happened_on >= d.show_on
          and m.void_at is null and m.outcome <> 'no_answer')
      order by d.show_on desc, d.id desc limit ${most})
      union all
      (select * from (
        (select ${columns}, p.care_on as at, p.care_channel as channel, 1 as turn, null::jsonb as day from person p
        where ${turn} and p.care_member_id = ${memberId} order by p.care_on limit ${most})
        union all
        (select ${columns}, p.care_on, p.care_channel, 1, null from person p
        where ${turn} and p.care_member_id is null
          and (exists (select from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id and o.assignee_id = ${memberId})
            or not exists (select from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id))
        order by p.care_on limit ${most})
      ) as turns order by at, id limit ${most})
    ) as x order by x.turn, x.at, x.id`;
  });
