import { queryOptions } from '@tanstack/react-query';
import type {
  CalendarAndPhone,
  CalendarConnection,
  CalendarToday,
  ConnectCalendar,
  FeedMade,
  PhoneConnected,
  UpdateCalendar,
} from '#contract/calendar';
import type { AnswerNoted, Appointment, AppointmentOf } from '#contract/invitation';
import type { Static } from 'typebox';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const calendarQuery = queryOptions({
  queryKey: keys.calendar,
  queryFn: ({ signal }) => api.get<CalendarAndPhone>('/calendar', undefined, signal),
});

export const calendarActs = {
  makeFeed: () => api.post<FeedMade>('/calendar/feed'),
  stopFeed: () => api.remove('/calendar/feed'),
  connectPhone: (name: string) => api.post<PhoneConnected>('/calendar/phones', { name }),
  connect: (wish: ConnectCalendar) => api.put<CalendarConnection>('/calendar/connection', wish),
  change: (wish: UpdateCalendar) => api.patch<CalendarConnection>('/calendar/connection', wish),
  read: () => api.post<CalendarConnection>('/calendar/connection/read'),
  disconnect: () => api.remove('/calendar/connection'),
  invite: (opportunityId: string) => api.post<Appointment>(`/opportunities/${opportunityId}/appointment/invite`),
  noteAnswer: (text: string) => api.post<AnswerNoted>('/calendar/answers', { text }),
  settle: (id: string) => api.post<undefined>(`/calendar/meetings/${id}/settle`),
  disconnectPhone: (id: string) => api.remove(`/calendar/phones/${id}`),
};

export const calendarTodayQuery = queryOptions({
  queryKey: keys.calendarToday,
  queryFn: ({ signal }) => api.get<CalendarToday>('/calendar/today', undefined, signal),
});

export const appointmentQuery = (opportunityId: string) =>
  queryOptions({
    queryKey: keys.appointment(opportunityId),
    queryFn: ({ signal }) =>
      api.get<Static<typeof AppointmentOf>>(`/opportunities/${opportunityId}/appointment`, undefined, signal),
  });
