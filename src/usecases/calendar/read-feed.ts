import { createHash } from 'node:crypto';
import { icalText, type IcalEvent } from '#core/calendar/ical-event';
import { addDays, dayIn } from '#core/day/day';
import { calendarRows, type CalendarRow } from '#db/appointment';
import { feedChanged } from '#db/identity/token';
import { inWorkspace } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import { tokenHolder } from '../identity/authenticate.ts';
import type { Identity } from '../identity/identity.ts';
import { feedWords } from './feed-words.ts';

export type Feed = { text: string; tag: string; changedAt: Date };

/** How far a feed looks: back, for what was held, and ahead. What was called off is said for so long. */
const daysBack = 60;
const daysAhead = 180;
const cancelledDays = 30;
const millisecondsADay = 86_400_000;
/** How often a calendar need ask again. */
const everyMinutes = 15;

/**
 * One's next moments as a calendar (RFC 5545), for who has the address; null for any other. The same data gives the same bytes: the stamp is
 * the moment at which the feed began to say this, and is kept with the token, so that who asks again hears "unchanged".
 */
export async function readFeed(identity: Identity, token: string): Promise<Feed | null> {
  const holder = await tokenHolder(identity, token, 'calendar');
  if (holder === null || holder.actor.role === 'viewer') return null;
  const { workspaceId, memberId } = holder.actor;
  const now = identity.now();
  const read = await inWorkspace(
    identity.databases,
    workspaceId,
    async (tx) => {
      const [workspace, member] = await Promise.all([loadWorkspace(tx), findMember(tx, memberId)]);
      if (!member) return null;
      const today = dayIn(now, member.time_zone ?? workspace.time_zone);
      const rows = await calendarRows(tx, memberId, {
        from: addDays(today, -daysBack),
        until: addDays(today, daysAhead),
        appointmentsFrom: new Date(now.getTime() - daysBack * millisecondsADay),
        cancelledSince: new Date(now.getTime() - cancelledDays * millisecondsADay),
      });
      return { rows, member };
    },
    { readOnly: true, plans: 'kept' },
  );
  if (read === null) return null;
  const { rows, member } = read;
  const words = feedWords(member.language);
  const name = words.name(member.name);
  const said = JSON.stringify([name, member.language, identity.appUrl, rows]);
  const tag = createHash('sha256').update(said).digest('base64url');
  const changedAt = holder.feed?.tag === tag ? holder.feed.changedAt : now;
  if (holder.feed?.tag !== tag) await feedChanged(identity.databases.auth, holder.id, tag, changedAt);
  const toEvent = (row: CalendarRow): IcalEvent => ({
    uid: row.startsAt === null ? `${row.id}-${row.number}@aanhouder` : `${row.id}@aanhouder`,
    sequence: row.sequence,
    stampedAt: row.changedAt ?? changedAt,
    summary: words.summary(row),
    description: row.act,
    url: `${identity.appUrl}/opportunities/${row.opportunityId}`,
    place: row.startsAt === null ? { day: row.on } : { startsAt: row.startsAt, minutes: row.minutes },
    cancelled: row.state === 'cancelled',
  });
  return { text: icalText({ method: 'PUBLISH', name, everyMinutes, events: rows.map(toEvent) }), tag, changedAt };
}
