import { sql } from 'kysely';
import { beforeAll } from './history-page.ts';
import type { Tx } from './transaction.ts';

/** One row of a list for a spreadsheet, by the name of its column. */
export type CsvRow = Readonly<Record<string, string | number | boolean | null>> & { id: string };

const pageRows = 2000;

/** As the import reads it: 1980-02-03, or --02-03 without a year. */
const dayOf = (
  kind: 'birthday' | 'anniversary',
) => sql`(select coalesce(d.year::text, '-') || to_char(d.month, '"-"FM00') || to_char(d.day, '"-"FM00')
  from important_day d where d.workspace_id = p.workspace_id and d.person_id = p.id and d.kind = ${sql.lit(kind)} order by d.id limit 1)`;

/**
 * What a spreadsheet shows of each noun; columns are named as the import names its fields, so that a list can be brought in again.
 * Every statement takes the workspace, the last id and the number of rows.
 */
const statements = {
  persons: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select p.id, p.name, p.first_name as "firstName", p.particle, p.last_name as "lastName",
      (select string_agg(g.name, ' | ' order by g.id) from person_organisation l
        join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
        where l.workspace_id = p.workspace_id and l.person_id = p.id) as organisation,
      p.email, p.phone, p.street, p.postcode, p.city, p.country, p.linkedin, p.legal_form as "legalForm", p.basis, p.good_to_know as "goodToKnow", p.how_met as "howMet",
      p.matters, p.family, p.interests, p.address_form as "addressForm", ${dayOf('birthday')} as birthday, ${dayOf('anniversary')} as anniversary,
      (select string_agg(t.name, ' | ' order by t.name_key) from person_tag l join tag t on t.workspace_id = l.workspace_id and t.id = l.tag_id
        where l.workspace_id = p.workspace_id and l.person_id = p.id) as tags,
      (select b.name from connection c join person b on b.workspace_id = c.workspace_id and b.id = c.person_id
        where c.workspace_id = p.workspace_id and c.other_id = p.id and c.kind = 'introduced') as "introducedBy",
      p.care_on as "careOn", p.care_channel as "careChannel", (p.care_every_days / 7.0)::numeric(6, 1)::float8 as "careEveryWeeks", p.objected_on as "objectedOn", p.created_on as "createdOn",
      p.custom::text as custom
    from person p where p.workspace_id = ${workspace} and p.id > ${after} order by p.id limit ${limit}`,
  organisations: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select g.id, g.name, g.legal_form as "legalForm", g.street, g.postcode, g.city, g.country from organisation g
    where g.workspace_id = ${workspace} and g.id > ${after} order by g.id limit ${limit}`,
  opportunities: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select o.id, o.id as "externalId", p.name, g.name as organisation, p.email, p.phone, o.title, o.value, w.currency, o.state,
      case when o.state = 'stopped' then o.stop_kind = 'refused' end as "saidNo", o.stop_reason as "stopReason", o.held, o.conversations, o.warmth,
      o.created_on as "createdOn", o.ended_on as "closedOn", coalesce(o.last_on, o.opening_last_on) as last, o.next_on as next,
      o.next_channel as "nextChannel", o.source, m.name as owner, o.keen, o.last_words as note,
      o.monthly, o.term_months as "termMonths", o.starts_on as "startsOn", o.renews, o.notice_months as "noticeMonths",
      o.quote_amount as "quoteAmount", o.quote_on as "quoteOn", o.quote_until as "quoteUntil", o.quote_state as "quoteState", o.quote_link as "quoteLink",
      o.expected_on as "expectedOn", o.paid_on as "paidOn", o.custom::text as custom
    from opportunity o
    join workspace w on w.id = o.workspace_id
    join member m on m.workspace_id = o.workspace_id and m.id = o.assignee_id
    left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
    where o.workspace_id = ${workspace} and o.id > ${after} order by o.id limit ${limit}`,
  moments: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select x.id, x.opportunity_id as "externalId", p.name, p.email, p.phone, x.happened_on as "happenedOn", x.number, x.channel,
      x.outcome, x.minutes, x.note, m.name as owner
    from moment x
    join member m on m.workspace_id = x.workspace_id and m.id = x.member_id
    left join person p on p.workspace_id = x.workspace_id and p.id = x.person_id
    where x.workspace_id = ${workspace} and x.id > ${after} and x.void_at is null order by x.id limit ${limit}`,
  promises: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select r.id, p.name, p.email, r.promised_by as "by", r.text, r.due_on as "dueOn", r.state, r.settled_on as "settledOn", r.moved, m.name as owner
    from promise r
    join person p on p.workspace_id = r.workspace_id and p.id = r.person_id
    join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
    where r.workspace_id = ${workspace} and r.id > ${after} order by r.id limit ${limit}`,
  days: (workspace: string, after: string, limit: number) => sql<CsvRow>`
    select d.id, p.name, p.email, p.phone, d.kind, d.name as label, d.month, d.day, d.year, d.every_year as "everyYear", d.lead_days as "leadDays",
      d.next_on as "nextOn", m.name as owner
    from important_day d
    join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
    join member m on m.workspace_id = d.workspace_id and m.id = d.member_id
    where d.workspace_id = ${workspace} and d.id > ${after} order by d.id limit ${limit}`,
} as const;
export type CsvNoun = keyof typeof statements;

export async function* csvRows(tx: Tx, noun: CsvNoun): AsyncGenerator<CsvRow[], void, undefined> {
  let last = beforeAll;
  for (;;) {
    const { rows } = await statements[noun](tx.workspaceId, last, pageRows).execute(tx.db);
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = rows.at(-1)?.id ?? last;
  }
}
