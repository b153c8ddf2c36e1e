import { Type } from 'typebox';
import {
  CalendarAndPhone,
  CalendarConnection,
  CalendarToday,
  ConnectCalendar,
  ConnectPhone,
  FeedMade,
  PhoneConnected,
  UpdateCalendar,
} from '#contract/calendar';
import { AnswerNoted, Appointment, AppointmentOf, NoteAnswer } from '#contract/invitation';
import { Id } from '#contract/scalars';
import {
  calendarAndPhone,
  connectPhone,
  disconnectPhone,
  makeFeed,
  stopFeed,
} from '#usecases/calendar/calendar-and-phone';
import { calendarToday, settleMeeting } from '#usecases/calendar/calendar-today';
import { changeCalendar, connectCalendar, disconnectCalendar, readNow } from '#usecases/calendar/connection';
import { getAppointment, invite } from '#usecases/calendar/invitation';
import { noteAnswer } from '#usecases/calendar/note-answer';
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
  route({
    method: 'PUT',
    url: '/calendar/connection',
    summary: 'Reads along with my own calendar (CalDAV, or an address of the web); tried at once',
    roles: workers,
    schema: { body: ConnectCalendar, response: CalendarConnection },
    handler: (context, { body }, { identity }) => connectCalendar(context, identity.outside, body),
  }),
  route({
    method: 'PATCH',
    url: '/calendar/connection',
    summary: 'Changes between which times my working day lies, for the time that is free',
    roles: workers,
    schema: { body: UpdateCalendar, response: CalendarConnection },
    handler: (context, { body }) => changeCalendar(context, body),
  }),
  route({
    method: 'POST',
    url: '/calendar/connection/read',
    summary: 'Reads my own calendar now',
    roles: workers,
    schema: { response: CalendarConnection },
    handler: (context, _input, { identity }) => readNow(context, identity.outside),
  }),
  route({
    method: 'DELETE',
    url: '/calendar/connection',
    summary: 'My own calendar is read no longer, and what was read of it goes',
    roles: workers,
    schema: {},
    handler: (context) => disconnectCalendar(context),
  }),
  route({
    method: 'GET',
    url: '/calendar/today',
    summary: 'How much time my own calendar leaves today, and which meetings I have not told of',
    roles: readers,
    schema: { response: CalendarToday },
    handler: (context) => calendarToday(context),
  }),
  route({
    method: 'POST',
    url: '/calendar/meetings/:id/settle',
    summary: 'Does not ask again how a meeting went',
    roles: workers,
    schema: { params: Type.Object({ id: Id }) },
    handler: (context, { params }) => settleMeeting(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/opportunities/:id/appointment',
    summary: 'The appointment of an opportunity: whether the other was invited, and what they answered',
    roles: readers,
    schema: { params: Type.Object({ id: Id }), response: AppointmentOf },
    handler: async (context, { params }) => ({ appointment: await getAppointment(context, params.id) }),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/appointment/invite',
    summary: 'Invites the other to the appointment by mail, or tells them what changed; once for each state of it',
    roles: workers,
    schema: { params: Type.Object({ id: Id }), response: Appointment },
    handler: (context, { params }) => invite(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/calendar/answers',
    summary: 'An answer to an invitation that came as a file (iTIP REPLY)',
    roles: workers,
    schema: { body: NoteAnswer, response: AnswerNoted },
    handler: (context, { body }) => noteAnswer(context, body.text),
  }),
];
