import { queryOptions } from '@tanstack/react-query';
import type { CalendarAndPhone, FeedMade, PhoneConnected } from '#contract/calendar';
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
  disconnectPhone: (id: string) => api.remove(`/calendar/phones/${id}`),
};
