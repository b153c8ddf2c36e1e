import { type Selectable, sql, type Updateable } from 'kysely';
import type { Day } from '#core/day/day';
import type { NextChannel } from '#core/opportunity/vocabulary';
import type { AppointmentTable } from './calendar-tables.ts';
import type { Tx } from './transaction.ts';

/** What stands in a member's calendar: an appointment (with an instant), or a day on which somebody's next moment is. */
export type CalendarRow = {
  id: string;
  opportunityId: string;
  number: number;
  channel: NextChannel;
  act: string | null;
  title: string;
  person: string | null;
  organisation: string | null;
  sequence: number;
} & (
  | { startsAt: Date; minutes: number; state: 'planned' | 'held' | 'cancelled'; changedAt: Date; on: null }
  | { startsAt: null; minutes: null; state: 'planned'; changedAt: null; on: Day }
);

/** At most so many days with a next moment: more is no calendar any more. */
const mostDays = 500;
const mostAppointments = 1000;

/**
 * Everything for a member's feed in one statement of two short readings, each by the index of its days: appointments from `from` on, those that
 * were called off only for so long as `cancelledSince` says, and the days from `from` to `until`. Nothing of who is restricted or is being erased.
 */
export async function calendarRows(
  tx: Tx,
  memberId: string,
  range: { from: Day; until: Day; appointmentsFrom: Date; cancelledSince: Date },
): Promise<CalendarRow[]> {
  const names = sql`
    left join person p on p.workspace_id = x.workspace_id and p.id = x.person_id
    left join organisation g on g.workspace_id = x.workspace_id and g.id = x.organisation_id
    where p.id is null or (p.restricted_on is null and p.erase_on is null)`;
  const { rows } = await sql<CalendarRow>`
    (select x.id, x.opportunity_id as "opportunityId", x.number, x.channel, x.act, x.title, p.name as person, g.name as organisation, x.sequence,
      x.starts_at as "startsAt", x.minutes, x.state, x.changed_at as "changedAt", null::date as "on"
    from (
      select a.workspace_id, a.id, a.opportunity_id, a.held + 1 as number, a.channel, o.next_act as act, o.title, o.person_id, o.organisation_id, a.sequence,
        a.starts_at, a.minutes, a.state, a.changed_at
      from appointment a join opportunity o on o.workspace_id = a.workspace_id and o.id = a.opportunity_id
      where a.workspace_id = ${tx.workspaceId} and a.member_id = ${memberId} and a.starts_at >= ${range.appointmentsFrom}
        and (a.state <> 'cancelled' or a.changed_at >= ${range.cancelledSince})
      order by a.starts_at limit ${sql.lit(mostAppointments)}
    ) as x ${names})
    union all
    (select x.id, x.id, x.number, x.channel, x.act, x.title, p.name, g.name, x.sequence, null, null, 'planned', null, x.next_on
    from (
      select o.workspace_id, o.id, o.held + 1 as number, o.next_channel as channel, o.next_act as act, o.title, o.person_id, o.organisation_id,
        o.version as sequence, o.next_on
      from opportunity o
      where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'open' and o.next_at is null
        and o.next_on between ${range.from}::date and ${range.until}::date
      order by o.next_on limit ${sql.lit(mostDays)}
    ) as x ${names})
    order by "startsAt", "on", id`.execute(tx.db);
  return rows;
}

export type AppointmentRow = Selectable<AppointmentTable>;

/** The one that is planned, else the newest of which somebody was told and that is off: there is still something to say of it. */
export async function appointmentOf(tx: Tx, opportunityId: string): Promise<AppointmentRow | undefined> {
  return tx.db
    .selectFrom('appointment')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('opportunity_id', '=', opportunityId)
    .where((eb) =>
      eb.or([eb('state', '=', 'planned'), eb.and([eb('state', '=', 'cancelled'), eb('invited', 'is not', null)])]),
    )
    .orderBy(sql`state = 'planned'`, 'desc')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function lockAppointment(tx: Tx, id: string): Promise<AppointmentRow | undefined> {
  return tx.db
    .selectFrom('appointment')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateAppointment(tx: Tx, id: string, values: Updateable<AppointmentTable>): Promise<void> {
  await tx.db
    .updateTable('appointment')
    .set(values)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
