import { AppError } from '#contract/app-error';
import type { CalendarAndPhone, FeedMade, PhoneConnected } from '#contract/calendar';
import { connectionOf } from '#db/calendar-connection';
import { deleteTokens } from '#db/identity/token';
import { inWorkspace } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { connectionView } from './connection.ts';
import { createToken, listTokens, revokeToken } from '../identity/token.ts';

/** What reads one's calendar and people. */
export async function calendarAndPhone(context: Context, appUrl: string): Promise<CalendarAndPhone> {
  const [feeds, phones, user, connection] = await Promise.all([
    listTokens(context, 'calendar'),
    listTokens(context, 'contacts'),
    userName(context),
    inWorkspace(context.databases, context.actor.workspaceId, (tx) => connectionOf(tx, context.actor.memberId), {
      readOnly: true,
    }),
  ]);
  const feed = feeds.items.at(-1);
  return {
    feed: feed === undefined ? null : { createdAt: feed.createdAt, lastReadAt: feed.lastUsedAt },
    phones: phones.items.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    contacts: { address: contactsAddress(appUrl), user },
    connection: connection ? connectionView(connection) : null,
  };
}

/** There is one at a time: the address of before stops working, as it may have come into wrong hands. */
export async function makeFeed(context: Context, appUrl: string): Promise<FeedMade> {
  await stopTokens(context);
  const { token } = await createToken(context, 'calendar', 'calendar');
  return { address: `${appUrl}/calendar/${token}.ics` };
}

export async function stopFeed(context: Context): Promise<void> {
  if ((await stopTokens(context)) === 0) throw new AppError('not_found', { at: 'feed' });
}

export async function connectPhone(context: Context, appUrl: string, name: string): Promise<PhoneConnected> {
  const user = await userName(context);
  const made = await createToken(context, name, 'contacts');
  return { id: made.id, name: made.name, address: contactsAddress(appUrl), user, password: made.token };
}

export function disconnectPhone(context: Context, id: string): Promise<void> {
  return revokeToken(context, id, 'contacts');
}

function stopTokens({ databases, actor }: Context): Promise<number> {
  return deleteTokens(databases.auth, actor.workspaceId, actor.memberId, 'calendar');
}

const contactsAddress = (appUrl: string): string => `${appUrl}/carddav/`;

/** Telephones want a user name; the password says who it is. */
async function userName({ databases, actor }: Context): Promise<string> {
  const find = inWorkspace(databases, actor.workspaceId, (tx) => findMember(tx, actor.memberId), { readOnly: true });
  return (await find)?.email ?? 'aanhouder';
}
