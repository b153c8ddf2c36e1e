import { AppError } from '#contract/app-error';
import type { CalendarToday } from '#contract/calendar';
import { freeMinutes } from '#core/calendar/free-time';
import { addDays, type Day, dayIn } from '#core/day/day';
import { instantIn } from '#core/day/instant-in';
import { connectionOf, type ConnectionRow } from '#db/calendar-connection';
import { busyBetween, meetingsToAsk, settleEvent } from '#db/calendar-event';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';

/** A calendar that was read longer ago says nothing of today. */
const freshMs = 6 * 3_600_000;
/** How long one is asked how a meeting went. */
const askedMs = 3 * 86_400_000;
/** Nothing worth saying is left of a day. */
const leastMinutes = 10;

/** How much time one's own calendar leaves today, and which meetings one has not told of yet. */
export function calendarToday({ databases, actor, now }: Context): Promise<CalendarToday> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const connection = await connectionOf(tx, actor.memberId);
      if (!connection) return { free: null, meetings: [] };
      const [workspace, member] = await Promise.all([loadWorkspace(tx), findMember(tx, actor.memberId)]);
      const zone = member?.time_zone ?? workspace.time_zone;
      const at = now();
      const [free, meetings] = await Promise.all([
        freeToday(tx, connection, zone, at),
        meetingsToAsk(tx, actor.memberId, { since: new Date(at.getTime() - askedMs), now: at }),
      ]);
      return {
        free,
        meetings: meetings.map(({ id, personId, name, title, startsAt, opportunityId }) => ({
          id,
          person: { id: personId, name },
          title,
          startsAt: startsAt.toISOString(),
          on: dayIn(startsAt, zone),
          opportunityId,
        })),
      };
    },
    { readOnly: true },
  );
}

/** Not asked again. */
export function settleMeeting({ databases, actor, now }: Context, id: string): Promise<void> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    if (!(await settleEvent(tx, actor.memberId, id, now()))) throw new AppError('not_found', { at: 'meeting' });
  });
}

async function freeToday(tx: Tx, connection: ConnectionRow, zone: string, now: Date): Promise<CalendarToday['free']> {
  if (connection.read_at === null || now.getTime() - connection.read_at.getTime() > freshMs) return null;
  const today = dayIn(now, zone);
  const begins = instantOf(today, connection.day_starts_at, zone);
  const until = instantOf(today, connection.day_ends_at, zone);
  const from = now > begins ? now : begins;
  if (from >= until) return null;
  const minutes = freeMinutes(await busyBetween(tx, connection.member_id, from, until), from, until);
  return minutes < leastMinutes ? null : { minutes, until: clockOf(connection.day_ends_at) };
}

function instantOf(day: Day, minutes: number, zone: string): Date {
  return new Date(
    minutes === 1440 ? instantIn(addDays(day, 1), '00:00', zone) : instantIn(day, clockOf(minutes), zone),
  );
}

function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
