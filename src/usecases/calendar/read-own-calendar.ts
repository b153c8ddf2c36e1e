import { createHash } from 'node:crypto';
import type { ReadError, ReadStep } from '#contract/calendar';
import { namesInTitle, personOf } from '#core/calendar/known-people';
import { occurrencesIn, type Occurrence, type Occurrences } from '#core/calendar/occurrences';
import { connectionOf, type ConnectionRow, updateConnection } from '#db/calendar-connection';
import { peopleCalled, type ReadEvent, replaceEvents } from '#db/calendar-event';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import type { Outside } from '../identity/outside.ts';
import { readSecret } from '../secret/secrets.ts';
import { fetchCalendar, type ToRead } from './fetch-calendar.ts';
import { ReadRefused } from './read-refused.ts';

export type ReadingContext = Pick<Context, 'databases' | 'now' | 'newId'> & {
  actor: Pick<Context['actor'], 'workspaceId' | 'memberId'>;
};

/** The days around today that are of use: meetings that one may still be asked about, and today with what runs into it. */
const daysBack = 4;
const daysAhead = 2;
const millisecondsADay = 86_400_000;
const everyMinutes = 15;
const mostWaitMinutes = 360;

/**
 * Reads a member's own calendar and keeps what is of use of it. What goes wrong is noted with its step, and tried again later and later; the
 * server is asked outside of any transaction. Once more, or in two processes, it comes to the same.
 */
export async function readOwnCalendar(context: ReadingContext, outside: Outside): Promise<void> {
  const { databases, actor, now } = context;
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(databases, actor.workspaceId, work);
  const found = await within((tx) => toRead(tx, context, outside));
  if (found === null) return;
  const { connection, account, zone, self } = found;
  const from = new Date(now().getTime() - daysBack * millisecondsADay);
  const until = new Date(now().getTime() + daysAhead * millisecondsADay);
  try {
    if (account === null) throw new ReadRefused('sign_in', 'secret_gone');
    const { calendars, texts } = await fetchCalendar(outside, account, connection.calendars, { from, until });
    const read = occurrencesIn(texts, { from, until, zone, self });
    if (read === null) throw new ReadRefused('events', 'unreadable');
    await within(async (tx) => {
      if ((await connectionOf(tx, actor.memberId))?.id !== connection.id) return;
      await replaceEvents(tx, actor.memberId, await eventsOf(tx, context, read, self));
      await updateConnection(tx, connection.id, done(now(), calendars, read.leftOut));
    });
  } catch (fault) {
    if (!(fault instanceof ReadRefused)) throw fault;
    await within((tx) => updateConnection(tx, connection.id, failed(now(), connection, fault)));
  }
}

async function toRead(
  tx: Tx,
  { actor, now }: ReadingContext,
  { vault }: Outside,
): Promise<{ connection: ConnectionRow; account: ToRead | null; zone: string; self: string | null } | null> {
  const [connection, workspace, member] = await Promise.all([
    connectionOf(tx, actor.memberId),
    loadWorkspace(tx),
    findMember(tx, actor.memberId),
  ]);
  if (!connection || !member) return null;
  const secret = await readSecret(tx, vault, { id: connection.id, memberId: actor.memberId }, now());
  return {
    connection,
    account: secret === null ? null : accountOf(connection, secret),
    zone: member.time_zone ?? workspace.time_zone,
    self: member.email?.toLowerCase() ?? null,
  };
}

function accountOf({ kind, address, user_name: userName }: ConnectionRow, secret: string): ToRead {
  return kind === 'ics' ? { kind, address: secret } : { kind, address, userName: userName ?? '', password: secret };
}

/** What takes time, and meetings with people one knows; nothing of the rest is kept, not even a title. Our own moments are counted already. */
async function eventsOf(
  tx: Tx,
  { newId }: ReadingContext,
  { occurrences }: Occurrences,
  self: string | null,
): Promise<ReadEvent[]> {
  const others = occurrences.filter((one) => !one.uid.endsWith('@aanhouder') && !one.cancelled);
  const addresses = (one: Occurrence) => one.addresses.filter((address) => address !== self);
  const known = await peopleCalled(
    tx,
    [...new Set(others.flatMap(addresses))].slice(0, 2000),
    [...new Set(others.flatMap((one) => namesInTitle(one.title)))].slice(0, 20_000),
  );
  const events = new Map<string, ReadEvent>();
  for (const one of others) {
    const personId = one.allDay ? null : personOf({ title: one.title, addresses: addresses(one) }, known);
    if (!one.busy && personId === null) continue;
    const key = createHash('sha256')
      .update(`${one.uid} ${one.startsAt.toISOString()}`)
      .digest('base64url')
      .slice(0, 27);
    events.set(key, {
      id: newId(),
      key,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      busy: one.busy,
      all_day: one.allDay,
      person_id: personId,
      title: personId === null ? null : one.title.slice(0, 200),
    });
  }
  return [...events.values()];
}

type Outcome = Parameters<typeof updateConnection>[2];

function done(now: Date, calendars: readonly string[], leftOut: number): Outcome {
  const step: ReadStep = 'events';
  return {
    step,
    error: null,
    failures: 0,
    calendars: JSON.stringify(calendars),
    left_out: leftOut,
    read_at: now,
    next_at: new Date(now.getTime() + everyMinutes * 60_000),
  };
}

/** Later and later, so that a server that refuses is not bothered; a calendar that is gone is looked for again. */
function failed(now: Date, { failures }: ConnectionRow, { step, why }: ReadRefused): Outcome {
  const minutes = Math.min(mostWaitMinutes, everyMinutes * 2 ** Math.min(failures, 8));
  const error: ReadError = why;
  return {
    step,
    error,
    failures: failures + 1,
    ...(why === 'not_found' && { calendars: '[]' }),
    next_at: new Date(now.getTime() + minutes * 60_000),
  };
}
