import { Type } from 'typebox';
import { CalendarAndPhone, ConnectPhone, FeedMade, PhoneConnected } from '#contract/calendar';
import { Id } from '#contract/scalars';
import {
  calendarAndPhone,
  connectPhone,
  disconnectPhone,
  makeFeed,
  stopFeed,
} from '#usecases/calendar/calendar-and-phone';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

export const calendarRoutes = [
  route({
    method: 'GET',
    url: '/calendar',
    summary: 'What reads my calendar and my people: the feed, and telephones',
    roles: readers,
    schema: { response: CalendarAndPhone },
    handler: (context, _input, { identity }) => calendarAndPhone(context, identity.appUrl),
  }),
  route({
    method: 'POST',
    url: '/calendar/feed',
    summary: 'Makes the address of my calendar feed; one of before stops working',
    roles: workers,
    status: 201,
    secretAnswer: true,
    schema: { response: FeedMade },
    handler: (context, _input, { identity }) => makeFeed(context, identity.appUrl),
  }),
  route({
    method: 'DELETE',
    url: '/calendar/feed',
    summary: 'The address of my calendar feed stops working',
    roles: workers,
    schema: {},
    handler: (context) => stopFeed(context),
  }),
  route({
    method: 'POST',
    url: '/calendar/phones',
    summary: 'Lets a telephone read my people (CardDAV); the password is in this answer and nowhere else',
    roles: workers,
    status: 201,
    secretAnswer: true,
    schema: { body: ConnectPhone, response: PhoneConnected },
    handler: (context, { body }, { identity }) => connectPhone(context, identity.appUrl, body.name),
  }),
  route({
    method: 'DELETE',
    url: '/calendar/phones/:id',
    summary: 'A telephone reads my people no longer',
    roles: workers,
    schema: { params: Type.Object({ id: Id }) },
    handler: (context, { params }) => disconnectPhone(context, params.id),
  }),
];
