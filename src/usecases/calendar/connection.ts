import { AppError } from '#contract/app-error';
import { readErrors, type CalendarConnection, type ConnectCalendar, type UpdateCalendar } from '#contract/calendar';
import {
  changeConnection,
  connectionOf,
  type ConnectionRow,
  deleteConnection,
  insertConnection,
} from '#db/calendar-connection';
import { deleteEvents } from '#db/calendar-event';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import type { Outside } from '../identity/outside.ts';
import { forgetSecret, keepSecret } from '../secret/secrets.ts';
import { addressOf } from './fetch-calendar.ts';
import { readOwnCalendar } from './read-own-calendar.ts';
import { ReadRefused } from './read-refused.ts';

/** Reads along with one's own calendar from now on, in place of one of before; it is read at once, and the answer says how far that came. */
export async function connectCalendar(
  context: Context,
  outside: Outside,
  wish: ConnectCalendar,
): Promise<CalendarConnection> {
  const { databases, actor, now, newId } = context;
  const url = urlOf(wish.address);
  const id = newId();
  await inWorkspace(databases, actor.workspaceId, async (tx) => {
    await forget(tx, actor.memberId);
    await insertConnection(tx, {
      id,
      member_id: actor.memberId,
      kind: wish.kind,
      address: wish.kind === 'ics' ? url.origin : url.href,
      user_name: wish.kind === 'ics' ? null : wish.userName,
      next_at: now(),
      created_at: now(),
    });
    const secret = wish.kind === 'ics' ? url.href : wish.password;
    await keepSecret(tx, outside.vault, { id, memberId: actor.memberId }, secret, now());
  });
  return readNow(context, outside);
}

export async function readNow(context: Context, outside: Outside): Promise<CalendarConnection> {
  await readOwnCalendar(context, outside);
  return within(context, async (tx) => connectionView(await present(tx, context)));
}

export function changeCalendar(context: Context, { version, ...wish }: UpdateCalendar): Promise<CalendarConnection> {
  return within(context, async (tx) => {
    const row = await present(tx, context);
    const starts = wish.dayStartsAt ?? row.day_starts_at;
    const ends = wish.dayEndsAt ?? row.day_ends_at;
    if (ends <= starts)
      throw new AppError('invalid_request', { at: 'dayEndsAt', detail: 'A day ends after it begins.' });
    if (!(await changeConnection(tx, row.id, version, { day_starts_at: starts, day_ends_at: ends })))
      throw new AppError('version_conflict', { facts: { connection: connectionView(row) } });
    return connectionView(await present(tx, context));
  });
}

/** With everything that was read. */
export function disconnectCalendar(context: Context): Promise<void> {
  return within(context, async (tx) => {
    await present(tx, context);
    await forget(tx, context.actor.memberId);
  });
}

const within = <T>({ databases, actor }: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inWorkspace(databases, actor.workspaceId, work);

async function present(tx: Tx, { actor }: Context): Promise<ConnectionRow> {
  const row = await connectionOf(tx, actor.memberId);
  if (!row) throw new AppError('not_found', { at: 'connection' });
  return row;
}

async function forget(tx: Tx, memberId: string): Promise<void> {
  const before = await connectionOf(tx, memberId);
  if (!before) return;
  await deleteEvents(tx, memberId);
  await forgetSecret(tx, before.id);
  await deleteConnection(tx, before.id);
}

function urlOf(address: string): URL {
  try {
    return addressOf(address);
  } catch (fault) {
    if (!(fault instanceof ReadRefused)) throw fault;
    throw new AppError('invalid_request', {
      at: 'address',
      detail:
        'Give the address of a calendar or its server, as https://calendar.example.com, without a name or password in it.',
    });
  }
}

export function connectionView(row: ConnectionRow): CalendarConnection {
  return {
    version: row.version,
    kind: row.kind,
    address: row.address,
    userName: row.user_name,
    calendars: row.calendars.length,
    dayStartsAt: row.day_starts_at,
    dayEndsAt: row.day_ends_at,
    step: row.step,
    error: readErrors.find((one) => one === row.error) ?? null,
    readAt: row.read_at?.toISOString() ?? null,
    nextAt: row.next_at.toISOString(),
    leftOut: row.left_out,
  };
}
